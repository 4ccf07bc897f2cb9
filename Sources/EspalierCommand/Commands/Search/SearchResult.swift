import Espalier

/// What a search prints.
struct SearchResult: Encodable {
    let rows: [SearchTable.Row]
    let trials: Int
    let failures: [SearchReport.Failure]
    let directory: String

    /// Writes the report into the search's directory and prints what was chosen.
    static func report(
        _ log: TrialLog, _ chosen: [Tuning.Chosen], title: String, command: String, directory: String,
        _ speech: OutputOptions
    ) throws {
        let report = try SearchReport(log, chosen: chosen, title: title, command: command)
        let table = SearchTable(chosen, log.setting)
        try report.write(to: directory, tables: [SearchTable.fileName: table.csv(search: command)])
        let result = SearchResult(
            rows: table.rows, trials: report.points.count, failures: report.failures, directory: directory)
        try speech.report(result) {
            """
            \(table.rows.isEmpty ? "Nothing meets what was asked for; the report shows how far it got." : table.text())
            \(report.failures.map { $0.text + "\n" }.joined())\
            \(NumberText.grouped(result.trials)) trials; networks/TRIAL.int.onnx are the networks
            \(directory)/report.html
            """
        }
    }
}
