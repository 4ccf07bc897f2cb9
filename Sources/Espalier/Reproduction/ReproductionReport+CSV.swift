extension ReproductionReport {
    /// All counts as comma-separated values (RFC 4180, LF line ends), one row per region and one for each total.
    ///
    /// `source` is `paper`, `formula` or `compiled`; accuracies are 0 … 1, empty where a source has none.
    public var csv: String {
        var table = CSVTable(
            heading: ["source", "circuit", "sparsity", "method", "accuracy", "region", "constraints"])
        func append(
            _ source: String, _ circuit: String, _ level: (sparsity: Double, method: String),
            _ accuracy: Double?,
            _ constraints: PruningReport.Constraints
        ) {
            for region in constraints.regions + [.init(name: "total", constraints: constraints.total)] {
                table.append([
                    source, circuit, "\(level.sparsity)", level.method, accuracy.map { "\($0)" } ?? "",
                    region.name, "\(region.constraints)",
                ])
            }
        }
        if isTheirArchitecture {
            for level in PublishedFigures.levels {
                let constraints =
                    level.sparsity == 0
                    ? PublishedFigures.dense
                    : PruningReport.Constraints(total: level.constraints, regions: [])
                let method = Method.oneShot.rawValue
                append("paper", "baseline", (level.sparsity, method), level.accuracy, constraints)
            }
        }
        for level in levels {
            let place = (level.sparsity, level.method.rawValue)
            append(
                "formula", "baseline", place, nil,
                ZenFormulas.baseline(widths: widths, positive: level.positiveNeurons.onTestImage))
            append("formula", "zen", place, nil, ZenFormulas.optimised(widths: widths))
            for (circuit, count) in zip(circuits, level.counts) {
                append("compiled", circuit.name, place, level.accuracy(circuit.arithmetic), count.constraints)
            }
        }
        return table.rendered()
    }
}
