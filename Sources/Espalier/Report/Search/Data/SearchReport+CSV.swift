extension SearchReport {
    /// Returns the candidates as comma-separated values (RFC 4180, LF line ends): a heading, then one row for
    /// each in the order of the search.
    ///
    /// Shares are 0 … 1. Columns in this order: `id`, `budget`, `seed`, `validation_accuracy`, `test_accuracy`
    /// (empty if not measured), `constraints`, `class_constraints` (likewise), `surviving_weights`, `seconds`,
    /// `on_frontier`, `targets` (joined by `; `); then `config.<name>` for each choice that any candidate has,
    /// `constraints.<region>` for each region, empty where a candidate has none; last `command`, the commands joined by ` && `.
    public func csv() -> String {
        let choices = choiceNames
        let regions = PruningReport.regionNames(points.map(\.constraints))
        let frontier = Set(frontier.map(\.id))
        var table = CSVTable(
            heading: [
                "id", "budget", "seed", "validation_accuracy", "test_accuracy", "constraints",
                "class_constraints", "surviving_weights", "seconds", "on_frontier", "targets",
            ] + choices.map { "config.\($0)" } + regions.map { "constraints.\($0)" } + ["command"])
        for point in points {
            var row = [
                point.id, "\(point.budget)", "\(point.seed)", "\(point.validationAccuracy)",
                point.testAccuracy.map { "\($0)" } ?? "", "\(point.constraints.total)",
                point.classConstraints.map { "\($0)" } ?? "", "\(point.survivingWeights)", "\(point.seconds)",
                "\(frontier.contains(point.id))",
                point.targets.joined(separator: "; "),
            ]
            row += choices.map { point.value(of: $0) ?? "" }
            row += regions.map { region in point.constraints.count(of: region).map { "\($0)" } ?? "" }
            row.append(point.commands.joined(separator: " && "))
            table.append(row)
        }
        return table.rendered()
    }
}
