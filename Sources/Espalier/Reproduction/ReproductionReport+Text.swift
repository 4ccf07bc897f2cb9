extension ReproductionReport {
    /// The tables for people.
    public func text() -> String {
        let columns = circuits.map { "  \($0.heading): \($0.summary)\n" }.joined()
        let parts =
            arithmetics.map { firstTable($0).rendered() }
            + [
                "Circuits on \(curve), answer: the logits; image public where nothing else is said\n"
                    + columns
            ]
            + [formulaTable().rendered()]
            + arithmetics.map { circuitTable($0).rendered() } + [notes()]
        return parts.joined(separator: "\n")
    }

    /// Table 1, constraints of each layer without pruning; beside circuits in ZEN's arithmetic stand the paper's
    /// and ZEN's by their formulas.
    public func firstTable(_ arithmetic: ReproductionCircuit.Arithmetic) -> TextTable {
        var sources: [(heading: String, constraints: PruningReport.Constraints)] = []
        let dense = levels.first { $0.sparsity == 0 }
        if arithmetic == .affine {
            if isTheirArchitecture { sources.append(("paper", PublishedFigures.dense)) }
            let positive = dense?.positiveNeurons.onTestImage ?? 0
            sources.append(("baseline", ZenFormulas.baseline(widths: widths, positive: positive)))
            sources.append(("ZEN", ZenFormulas.optimised(widths: widths)))
        }
        for (circuit, count) in zip(circuits, dense?.counts ?? []) where circuit.arithmetic == arithmetic {
            sources.append((circuit.heading, count.constraints))
        }
        var table = TextTable(
            title: "Table 1: constraints of \(architecture) without pruning, \(arithmetic.possessor)",
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
    public func circuitTable(_ arithmetic: ReproductionCircuit.Arithmetic) -> TextTable {
        let shown = circuits.indices.filter { circuits[$0].arithmetic == arithmetic }
        var table = TextTable(
            title: "Table 2: accuracy and constraints of sound circuits, \(arithmetic.possessor)",
            columns: [
                .init("Pruned", .right), .init("Method"), .init("Weights", .right),
                .init(arithmetic == .affine ? "uint8" : "Exact", .right),
            ] + shown.map { .init(circuits[$0].heading, .right) })
        for level in levels {
            table.append(
                [
                    NumberText.sparsity(level.sparsity), level.method.rawValue,
                    NumberText.grouped(level.survivingWeights),
                    NumberText.accuracy(level.accuracy(arithmetic)),
                ] + shown.map { NumberText.grouped(level.counts[$0].constraints.total) })
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

extension ReproductionCircuit.Arithmetic {
    /// Whose circuits have it, in a title.
    fileprivate var possessor: String {
        switch self {
        case .affine: "ZEN's"
        case .integer: "Espalier's"
        }
    }
}
