extension PruningReport {
    /// The level with all weights, if the report has it.
    package var denseLevel: Level? {
        levels.first { $0.sparsity == 0 }
    }

    /// The level that the headline speaks of, if any level is pruned: the sparsest that loses at most one
    /// percentage point of exact accuracy, or the most accurate one if all lose more.
    package var headlineLevel: Level? {
        let pruned = levels.filter { $0.sparsity > 0 }
        let floor = (denseLevel?.integerAccuracy ?? training.floatAccuracy) - 0.01
        let good = pruned.filter { $0.integerAccuracy >= floor }
        return good.max { ($0.sparsity, $0.integerAccuracy) < ($1.sparsity, $1.integerAccuracy) }
            ?? pruned.max { $0.integerAccuracy < $1.integerAccuracy }
    }

    /// The levels of one method from dense to empty; where it has no level of 0 % or 100 % of its own, at which
    /// the methods do not differ, it is completed with the other's.
    package func series(_ method: Method) -> [Level] {
        var series = levels.filter { $0.method == method }
        for end in [0.0, 1.0] where !series.contains(where: { $0.sparsity == end }) {
            if let level = levels.first(where: { $0.sparsity == end }) { series.append(level) }
        }
        return series.sorted { $0.sparsity < $1.sparsity }
    }

    /// The levels by sparsity, as runs of the same sparsity.
    package var levelsBySparsity: [[Level]] {
        var groups: [[Level]] = []
        for sparsity in Set(levels.map(\.sparsity)).sorted() {
            groups.append(levels.filter { $0.sparsity == sparsity })
        }
        return groups
    }

    /// The names of the regions of these circuits in the order in which they first appear.
    package static func regionNames(_ circuits: [Constraints]) -> [String] {
        var names: [String] = []
        for region in circuits.lazy.flatMap(\.regions) where !names.contains(region.name) {
            names.append(region.name)
        }
        return names
    }

    /// One or two sentences: what pruning did here, and in the paper.
    package var headline: String {
        let paper = PublishedFigures.levels
        let theirs =
            "In the paper, pruning \(NumberText.sparsity(paper[1].sparsity)) leaves "
            + "\(NumberText.ratio(paper[1].constraints, of: paper[0].constraints)) of the constraints."
        guard let level = headlineLevel, let dense = denseLevel else { return theirs }
        return """
            At \(NumberText.sparsity(level.sparsity)) pruning, the private-weight proof has \
            \(NumberText.ratio(level.private.total, of: dense.private.total)) of its constraints \
            and the network gets \(NumberText.accuracy(level.integerAccuracy)) of the test images right, \
            against \(NumberText.accuracy(dense.integerAccuracy)) unpruned. \(theirs)
            """
    }
}
