extension PruningReport {
    /// Writes `report.html`, `report.json` and `levels.csv` into a directory, together or not at all.
    ///
    /// - Throws: `FileError`; `EncodingError` if a number is not finite.
    public func write(to directory: String) throws {
        try ReportFiles(page: html(), json: json(), tables: ["levels.csv": csv]).write(to: directory)
    }
}
