import FiniteFields

/// Work that falls into windows, which any threads may compute in any order.
package protocol WindowedSum: Sendable {
    var windowCount: Int { get }

    /// About how long all windows take, in any unit.
    var cost: Int { get }

    func computeWindow(_ window: Int)
}

/// Computes all windows of all sums, on all cores.
///
/// Long sums come first, so that the cores end at about the same time. Each core takes the next window when it
/// is done with one, so that they work on the same points, which stay in the cache that they share.
package func computeConcurrently(_ sums: [any WindowedSum]) {
    var tasks: [(sum: any WindowedSum, window: Int)] = []
    for sum in sums.sorted(by: { $0.cost > $1.cost }) {
        for window in 0..<sum.windowCount { tasks.append((sum, window)) }
    }
    let cost = sums.reduce(0) { $0 + $1.cost }
    forEachIndex(below: tasks.count, concurrently: cost > 1 << 15) { number in
        tasks[number].sum.computeWindow(tasks[number].window)
    }
}
