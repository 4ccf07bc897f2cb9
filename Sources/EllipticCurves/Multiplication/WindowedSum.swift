import FiniteFields

/// Work that falls into windows, which any threads may compute in any order.
package protocol WindowedSum: Sendable {
    var windowCount: Int { get }

    /// Returns about how long a window takes, in any unit.
    func cost(ofWindow window: Int) -> Int

    func computeWindow(_ window: Int)
}

/// Computes all windows of all sums, on all cores: the longest ones first, so that the cores end at about
/// the same time.
package func computeConcurrently(_ sums: [any WindowedSum]) {
    var tasks: [(cost: Int, sum: any WindowedSum, window: Int)] = []
    for sum in sums {
        for window in 0..<sum.windowCount { tasks.append((sum.cost(ofWindow: window), sum, window)) }
    }
    tasks.sort { $0.cost > $1.cost }
    let total = tasks.reduce(0) { $0 + $1.cost }
    forEachIndex(below: tasks.count, concurrently: total > 1 << 15) { number in
        tasks[number].sum.computeWindow(tasks[number].window)
    }
}
