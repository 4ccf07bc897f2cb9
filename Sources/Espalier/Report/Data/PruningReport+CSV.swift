extension PruningReport {
    /// The levels as comma-separated values (RFC 4180, LF line ends): a heading, then one row per level.
    ///
    /// Shares are 0 … 1. Each region has two columns, `embedded.<region>` and `private.<region>`, empty where a
    /// circuit has no such region. The paper's rows are not among them.
    public var csv: String {
        let regions = Self.regionNames(levels.flatMap { [$0.private, $0.embedded] })
        let visibilities = WeightVisibility.allCases
        var heading = [
            "sparsity", "method", "surviving_weights", "float_accuracy", "integer_accuracy",
        ]
        for visibility in visibilities {
            heading.append("\(visibility.rawValue).total")
            heading += regions.map { "\(visibility.rawValue).\($0)" }
        }
        var table = CSVTable(heading: heading)
        for level in levels {
            var row = [
                "\(level.sparsity)", level.method.rawValue, "\(level.survivingWeights)",
                "\(level.floatAccuracy)", "\(level.integerAccuracy)",
            ]
            for visibility in visibilities {
                let constraints = level.constraints(visibility)
                row.append("\(constraints.total)")
                row += regions.map { region in constraints.count(of: region).map { "\($0)" } ?? "" }
            }
            table.append(row)
        }
        return table.rendered()
    }
}
