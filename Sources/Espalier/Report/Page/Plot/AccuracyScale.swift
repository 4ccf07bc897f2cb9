#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Maps accuracies to positions so that equal ratios of *wrong* answers are equal distances: from 98 % to 99 % is
/// as far as from 80 % to 90 %.
package struct AccuracyScale: Sendable, Hashable {
    /// The accuracies at the ends and at the lines between, in ascending order, from 0.
    package let ticks: [Double]
    /// The positions of accuracy 0 and of the highest tick.
    package let start: Double
    package let end: Double

    /// The wrong shares at which lines are drawn.
    private static let wrongShares = [
        1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002,
    ]

    /// The scale from 0 to the first tick clearly above all accuracies, so that labels have room.
    package init(covering accuracies: [Double], start: Double, end: Double) {
        let lowest = 1 - (accuracies.max() ?? 0)
        let shares = Self.wrongShares
        let last = shares.firstIndex { $0 < 0.75 * lowest } ?? shares.count - 1
        ticks = shares[...max(1, last)].map { 1 - $0 }
        self.start = start
        self.end = end
    }

    /// The position of an accuracy; that of the nearer end if it lies outside.
    package func position(_ accuracy: Double) -> Double {
        let smallest = 1 - ticks[ticks.count - 1]
        let wrong = min(1, max(smallest, 1 - accuracy))
        return start + log(wrong) / log(smallest) * (end - start)
    }
}
