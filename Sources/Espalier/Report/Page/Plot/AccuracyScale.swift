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
    /// The accuracies at the ends and at the lines between, in ascending order.
    package let ticks: [Double]
    /// The positions of the lowest and of the highest tick.
    package let start: Double
    package let end: Double

    /// The wrong shares at which lines are drawn.
    private static let wrongShares = [
        1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002,
    ]
    /// The same for scales of a small range.
    private static let denseWrongShares = [
        1, 0.7, 0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.12, 0.1, 0.08, 0.06, 0.05, 0.04, 0.03, 0.025, 0.02, 0.015,
        0.012, 0.01, 0.008, 0.006, 0.005, 0.004, 0.003, 0.0025, 0.002, 0.0015, 0.0012, 0.001, 0.0005, 0.0002,
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

    /// The scale from the last tick below all accuracies to the first above them; 0 … 50 % if there are none.
    ///
    /// - Parameter accuracies: finite numbers.
    package init(around accuracies: [Double], start: Double, end: Double) {
        let most = 1 - max(0, accuracies.min() ?? 0)
        let least = 1 - min(1, accuracies.max() ?? 0.5)
        let shares = most > 12 * least ? Self.wrongShares : Self.denseWrongShares
        let first = min(shares.lastIndex { $0 >= most * 1.02 } ?? 0, shares.count - 2)
        let last = shares.firstIndex { $0 < 0.98 * least } ?? shares.count - 1
        ticks = shares[first...max(first + 1, last)].map { 1 - $0 }
        self.start = start
        self.end = end
    }

    /// The position of an accuracy; that of the nearer end if it lies outside.
    package func position(_ accuracy: Double) -> Double {
        let most = log(1 - ticks[0])
        let least = log(1 - ticks[ticks.count - 1])
        let wrong = log(min(1, max(1e-9, 1 - accuracy)))
        let share = min(1, max(0, (wrong - most) / (least - most)))
        return (1 - share) * start + share * end
    }
}
