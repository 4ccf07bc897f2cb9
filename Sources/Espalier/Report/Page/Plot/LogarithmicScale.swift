#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Maps counts to positions so that equal ratios are equal distances. Counts below 1 are drawn as 1.
package struct LogarithmicScale: Sendable, Hashable {
    /// The counts that ticks stand at.
    package enum Steps: Sendable {
        /// 1, 10, 100 …
        case tens
        /// 1, 2, 5, 10, 20, 50 …
        case oneTwoFive
    }

    /// The round counts from end to end.
    package let ticks: [Int]
    /// The positions of the ends.
    package let positions: ClosedRange<Double>

    /// The scale whose ends are the nearest ticks around the counts; 1 … 10 or 1 … 2 if there are none.
    package init(covering counts: [Int], positions: ClosedRange<Double>, steps: Steps = .tens) {
        let all = Self.ticks(steps)
        let lowest = max(1, counts.min() ?? 1)
        let highest = max(1, counts.max() ?? 1)
        let first = all.lastIndex { $0 <= lowest } ?? 0
        let last = all.firstIndex { $0 >= highest } ?? all.count - 1
        // A scale has two ends: at the largest integer the lower one moves, else the upper one.
        let start = min(first, all.count - 2)
        ticks = Array(all[start...max(start + 1, last)])
        self.positions = positions
    }

    /// The position of a count; that of the nearer end if it lies outside.
    package func position(_ count: Int) -> Double {
        let ends = (log10(Double(ticks[0])), log10(Double(ticks[ticks.count - 1])))
        let share = min(1, max(0, (log10(Double(max(1, count))) - ends.0) / (ends.1 - ends.0)))
        return (1 - share) * positions.lowerBound + share * positions.upperBound
    }

    /// All round counts, ending with the largest integer.
    private static func ticks(_ steps: Steps) -> [Int] {
        var ticks: [Int] = []
        var power = 1
        while true {
            for factor in steps == .tens ? [1] : [1, 2, 5] {
                let (tick, overflow) = power.multipliedReportingOverflow(by: factor)
                if overflow { return ticks + [.max] }
                ticks.append(tick)
            }
            let (next, overflow) = power.multipliedReportingOverflow(by: 10)
            if overflow { return ticks + [.max] }
            power = next
        }
    }
}
