/// A report as the files that stand in its directory: for people, for programs, for spreadsheets.
struct ReportFiles {
    /// The names of the page and of all data.
    static let pageName = "report.html"
    static let dataName = "report.json"

    var page: String
    var json: String
    /// Tables by the names of their files.
    var tables: [String: String]

    /// Writes all files into a directory, which is made if it is missing; they appear together or not at all.
    func write(to directory: String) throws(FileError) {
        var files = FileTransaction()
        for (name, text) in tables.sorted(by: { $0.key < $1.key }) {
            try files.add(text.utf8, to: directory + "/" + name)
        }
        for (name, text) in [(Self.dataName, json), (Self.pageName, page)] {
            try files.add(text.utf8, to: directory + "/" + name)
        }
        try files.commit()
    }
}
