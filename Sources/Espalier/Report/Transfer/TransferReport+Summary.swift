extension TransferReport {
    /// A pair of data sets.
    package struct Task: Hashable, Sendable {
        package var source: String
        package var target: String

        package var name: String { "\(source) → \(target)" }
    }

    /// The trials of one method at one sparsity, over all seeds.
    package struct Summary: Hashable, Sendable {
        package var method: String
        package var sparsity: Double
        /// In ascending order, never empty.
        package var accuracies: [Double]
        package var survivingWeights: Int

        package var lowest: Double { accuracies[0] }
        package var highest: Double { accuracies[accuracies.count - 1] }
        /// The middle one, or the mean of both in the middle.
        package var median: Double {
            let middle = accuracies.count / 2
            return accuracies.count.isMultiple(of: 2)
                ? (accuracies[middle - 1] + accuracies[middle]) / 2 : accuracies[middle]
        }
    }

    /// Who wins at one sparsity.
    package enum Verdict: Hashable, Sendable {
        /// This method; even its worst seed beats the best seed of every other.
        case clear(String)
        /// This method has the largest median, but seeds of others reach into its range.
        case likely(String)
        /// Several have the same median.
        case even
        /// There is nobody to compare with.
        case alone
    }

    /// The pairs of data sets in the order in which they first appear.
    package var tasks: [Task] {
        Self.distinct(trials.map { Task(source: $0.source, target: $0.target) })
    }

    /// The methods in the order in which they first appear.
    package var methods: [String] {
        Self.distinct(trials.map(\.method))
    }

    /// The sparsities of a task, ascending.
    package func sparsities(_ task: Task) -> [Double] {
        Set(trials(task).map(\.sparsity)).sorted()
    }

    /// The trials of a method at a sparsity; nil if there are none.
    package func summary(_ task: Task, method: String, sparsity: Double) -> Summary? {
        let found = trials(task).filter { $0.method == method && $0.sparsity == sparsity }
        let weights = found.map(\.survivingWeights).sorted()
        guard !found.isEmpty else { return nil }
        return Summary(
            method: method, sparsity: sparsity, accuracies: found.map(\.accuracy).sorted(),
            survivingWeights: weights[weights.count / 2])
    }

    /// The methods at a sparsity, in the order of `methods`.
    package func summaries(_ task: Task, sparsity: Double) -> [Summary] {
        methods.compactMap { summary(task, method: $0, sparsity: sparsity) }
    }

    /// A method at all sparsities, ascending.
    package func summaries(_ task: Task, method: String) -> [Summary] {
        sparsities(task).compactMap { summary(task, method: method, sparsity: $0) }
    }

    /// Who wins at a sparsity.
    package func verdict(_ task: Task, sparsity: Double) -> Verdict {
        let summaries = summaries(task, sparsity: sparsity)
        guard summaries.count > 1, let best = summaries.max(by: { $0.median < $1.median }) else {
            return .alone
        }
        let others = summaries.filter { $0.method != best.method }
        if others.contains(where: { $0.median == best.median }) { return .even }
        return others.allSatisfy { $0.highest < best.lowest } ? .clear(best.method) : .likely(best.method)
    }

    /// The trials of a task whose numbers are finite.
    private func trials(_ task: Task) -> [Trial] {
        trials.filter {
            $0.source == task.source && $0.target == task.target && $0.accuracy.isFinite
                && $0.sparsity.isFinite
        }
    }

    private static func distinct<Element: Hashable>(_ elements: [Element]) -> [Element] {
        var seen: Set<Element> = []
        return elements.filter { seen.insert($0).inserted }
    }
}
