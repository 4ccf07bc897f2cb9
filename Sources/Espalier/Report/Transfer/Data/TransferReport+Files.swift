extension TransferReport {
    /// The name of the file with one row per trial.
    static let tableName = "trials.csv"

    /// Writes `report.html`, `report.json` and `trials.csv` into a directory, together or not at all.
    ///
    /// - Throws: `FileError`; `EncodingError` if a number is not finite.
    public func write(to directory: String) throws {
        try ReportFiles(page: html(), json: json(), tables: [Self.tableName: csv()]).write(to: directory)
    }
}
