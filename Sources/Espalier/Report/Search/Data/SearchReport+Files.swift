extension SearchReport {
    /// The name of the file with one row per candidate.
    static let tableName = "points.csv"

    /// Writes `report.html`, `report.json`, `points.csv` and tables of other names into a directory, together or not at
    /// all.
    ///
    /// - Throws: `FileError`; `EncodingError` if a number is not finite.
    public func write(to directory: String, tables: [String: String] = [:]) throws {
        try ReportFiles(
            page: html(), json: json(), tables: [Self.tableName: csv()].merging(tables) { $1 }
        ).write(to: directory)
    }
}
