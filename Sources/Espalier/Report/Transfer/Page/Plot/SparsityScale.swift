#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Maps sparsities to positions so that equal ratios of *surviving* weights are equal distances: from 80 % to 90 %
/// is as far as from 90 % to 95 %. An empty network stands where half of the sparsest other one would.
package struct SparsityScale: Sendable, Hashable {
    /// The sparsities, ascending.
    package let ticks: [Double]
    package let positions: ClosedRange<Double>
    private let smallest: Double

    package init(covering sparsities: [Double], positions: ClosedRange<Double>) {
        ticks = Set(sparsities.map { min(1, max(0, $0)) }).sorted()
        self.positions = positions
        smallest = ticks.map { 1 - $0 }.filter { $0 > 0 }.min() ?? 1
    }

    /// The position of a sparsity; the middle if there is but one, that of the nearer end if it lies outside.
    package func position(_ sparsity: Double) -> Double {
        guard ticks.count > 1 else { return (positions.lowerBound + positions.upperBound) / 2 }
        let ends = (depth(ticks[0]), depth(ticks[ticks.count - 1]))
        let share = min(1, max(0, (depth(sparsity) - ends.0) / (ends.1 - ends.0)))
        return (1 - share) * positions.lowerBound + share * positions.upperBound
    }

    private func depth(_ sparsity: Double) -> Double {
        -log(max(1 - sparsity, smallest / 2))
    }
}
