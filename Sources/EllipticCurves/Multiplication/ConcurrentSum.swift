import FiniteFields

/// Work that falls into parts, which any threads may compute in any order.
package protocol ConcurrentSum: Sendable {
    var partCount: Int { get }

    /// About how long all parts take, in any unit.
    var cost: Int { get }

    func compute(part: Int)
}

/// Computes all parts of all sums, on all cores.
///
/// Long sums come first, so that the cores end at about the same time. Each core takes the next part when it is
/// done with one, so that they work on the same points, which stay in the cache that they share.
package func computeConcurrently(_ sums: [any ConcurrentSum]) {
    var tasks: [(sum: any ConcurrentSum, part: Int)] = []
    for sum in sums.sorted(by: { $0.cost > $1.cost }) {
        for part in 0..<sum.partCount { tasks.append((sum, part)) }
    }
    let cost = sums.reduce(0) { $0 + $1.cost }
    forEachIndex(below: tasks.count, concurrently: cost > 1 << 15) { number in
        tasks[number].sum.compute(part: tasks[number].part)
    }
}
