extension ReproductionReport {
    /// The tables for people.
    public func text() -> String {
        let columns = circuits.map { "  \($0.heading): \($0.summary)\n" }.joined()
        return [
            firstTable().rendered(),
            "Circuits on \(curve), image public, weights private but for the last, answer: the logits\n"
                + columns,
            formulaTable().rendered(), circuitTable().rendered(), notes(),
        ].joined(separator: "\n")
    }

    /// Table 1, constraints of each layer without pruning.
    public func firstTable() -> TextTable {
        var sources: [(heading: String, constraints: PruningReport.Constraints)] = []
        if isTheirArchitecture { sources.append(("paper", PublishedFigures.dense)) }
        let dense = levels.first { $0.sparsity == 0 }
        let positive = dense?.positiveNeurons.onTestImage ?? 0
        sources.append(("baseline", ZenFormulas.baseline(widths: widths, positive: positive)))
        sources.append(("ZEN", ZenFormulas.optimised(widths: widths)))
        for (circuit, count) in zip(circuits, dense?.counts ?? []) {
            sources.append((circuit.heading, count.constraints))
        }
        var table = TextTable(
            title: "Table 1: constraints of \(architecture) without pruning",
            columns: [.init("Region")] + sources.map { .init($0.heading, .right) })
        for region in PruningReport.regionNames(sources.map(\.constraints)) {
            table.append(
                [region] + sources.map { $0.constraints.count(of: region).map(NumberText.grouped) ?? "–" })
        }
        table.appendRule()
        table.append(["total"] + sources.map { NumberText.grouped($0.constraints.total) })
        return table
    }

    /// Table 2 as printed, and by the formula of the circuit that was counted there.
    public func formulaTable() -> TextTable {
        var table = TextTable(
            title: "Table 2: the paper's circuit, as printed and by its formula",
            columns: [
                .init("Pruned", .right), .init("Method"), .init("Paper", .right),
                .init("constraints", .right),
                .init("P", .right), .init("Ours", .right), .init("P here", .right), .init("P min", .right),
                .init("median", .right), .init("max", .right), .init("by formula", .right),
            ])
        for level in levels {
            let published = isTheirArchitecture ? level.published : nil
            let neurons = level.positiveNeurons
            table.append([
                NumberText.sparsity(level.sparsity), level.method.rawValue,
                published.map { NumberText.accuracy($0.accuracy) } ?? "–",
                published.map { NumberText.grouped($0.constraints) } ?? "–",
                published.map { NumberText.grouped($0.constraints - smallestBaseline) } ?? "–",
                NumberText.accuracy(level.floatAccuracy), NumberText.grouped(neurons.onTestImage),
                NumberText.grouped(neurons.minimum), NumberText.grouped(neurons.median),
                NumberText.grouped(neurons.maximum),
                NumberText.grouped(smallestBaseline + neurons.onTestImage),
            ])
        }
        return table
    }

    /// Table 2 with circuits that were compiled, checked and audited.
    public func circuitTable() -> TextTable {
        var columns: [TextTable.Column] = [
            .init("Pruned", .right), .init("Method"), .init("Weights", .right),
        ]
        for arithmetic in arithmetics {
            columns.append(.init(arithmetic == .affine ? "uint8" : "Exact", .right))
            columns += circuits.filter { $0.arithmetic == arithmetic }.map { .init($0.heading, .right) }
        }
        var table = TextTable(title: "Table 2: accuracy and constraints of sound circuits", columns: columns)
        for level in levels {
            var row = [
                NumberText.sparsity(level.sparsity), level.method.rawValue,
                NumberText.grouped(level.survivingWeights),
            ]
            for arithmetic in arithmetics {
                row.append(NumberText.accuracy(level.accuracy(arithmetic)))
                row += zip(circuits, level.counts).filter { $0.0.arithmetic == arithmetic }
                    .map { NumberText.grouped($0.1.constraints.total) }
            }
            table.append(row)
        }
        return table
    }

    /// Those that occur, in the order of the columns.
    private var arithmetics: [ReproductionCircuit.Arithmetic] {
        ReproductionCircuit.Arithmetic.allCases.filter { arithmetic in
            circuits.contains { $0.arithmetic == arithmetic }
        }
    }
}
