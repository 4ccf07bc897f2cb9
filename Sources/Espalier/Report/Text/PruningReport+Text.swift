extension PruningReport {
    /// The report's two tables, the notes on the paper's, the proof and the headline as plain text, at
    /// most 100 columns wide for counts below a hundred million.
    public func text() -> String {
        let notes = [PublishedFigures.differenceNote, PublishedFigures.datasetNote(for: dataset.name)]
            .compactMap { $0 }.map { $0.wrapped(width: 100) }.joined()
        return [
            pruningTable().rendered() + notes, regionTable().rendered(), proof?.text(),
            headline.wrapped(width: 100),
        ].compactMap { $0 }.joined(separator: "\n")
    }

    /// Accuracy and constraints per level of pruning, the paper's rows among them.
    public func pruningTable() -> TextTable {
        var table = TextTable(
            title: "Accuracy and constraints after pruning (\(architecture), \(dataset.name))",
            columns: [
                .init("Pruned", .right), .init("Method"), .init("Weights", .right), .init("Float", .right),
                .init("Exact", .right), .init("Embedded", .right), .init("of dense", .right),
                .init("Private", .right), .init("of dense", .right),
            ])
        let dense = denseLevel
        for level in levelsBySparsity.joined() {
            table.append([
                NumberText.sparsity(level.sparsity), level.method.rawValue,
                NumberText.grouped(level.survivingWeights), NumberText.accuracy(level.floatAccuracy),
                NumberText.accuracy(level.integerAccuracy), NumberText.grouped(level.embedded.total),
                NumberText.ratio(level.embedded.total, of: dense?.embedded.total ?? 0),
                NumberText.grouped(level.private.total),
                NumberText.ratio(level.private.total, of: dense?.private.total ?? 0),
            ])
        }
        table.appendRule()
        for level in PublishedFigures.levels {
            table.append([
                NumberText.sparsity(level.sparsity), "the paper", "", NumberText.accuracy(level.accuracy), "",
                "", "", NumberText.grouped(level.constraints),
                NumberText.ratio(level.constraints, of: PublishedFigures.dense.total),
            ])
        }
        return table
    }

    /// Constraints per region: the paper's, and those of the dense and the headline's circuits.
    public func regionTable() -> TextTable {
        let circuits = comparedCircuits
        var table = TextTable(
            title: "Constraints per region",
            columns: [.init("Region")] + circuits.map { .init("\($0.name) \($0.pruned)", .right) })
        for region in comparedRegions {
            table.append(
                [region] + circuits.map { $0.constraints.count(of: region).map(NumberText.grouped) ?? "–" })
        }
        table.appendRule()
        table.append(["total"] + circuits.map { NumberText.grouped($0.constraints.total) })
        return table
    }
}
