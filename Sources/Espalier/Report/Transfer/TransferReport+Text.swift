extension TransferReport {
    /// For every sparsity the median of each method with its range over the seeds, for terminals.
    public func text() -> String {
        var table = TextTable(
            columns: [.init("Pruned", .right)] + methods.map { TextTable.Column($0, .right) }
                + [.init("Best")])
        for task in tasks {
            for sparsity in sparsities(task) {
                let cells = methods.map { method in
                    summary(task, method: method, sparsity: sparsity).map { summary in
                        "\(NumberText.accuracy(summary.median)) (\(NumberText.accuracy(summary.lowest)) … "
                            + "\(NumberText.accuracy(summary.highest)))"
                    } ?? ""
                }
                let best =
                    switch verdict(task, sparsity: sparsity) {
                    case .clear(let method): method
                    case .likely(let method): "\(method), not in every seed"
                    case .even: "even"
                    case .alone: ""
                    }
                table.append([NumberText.sparsity(sparsity)] + cells + [best])
            }
        }
        return table.rendered() + headline
    }
}
