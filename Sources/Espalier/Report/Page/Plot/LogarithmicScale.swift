#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Maps counts to positions so that equal ratios are equal distances. Counts below 1 are drawn as 1.
package struct LogarithmicScale: Sendable, Hashable {
    /// The powers of ten at both ends.
    package let exponents: ClosedRange<Int>
    /// The positions of the ends.
    package let positions: ClosedRange<Double>

    /// The scale whose ends are the powers of ten around the counts; 1 … 10 if there are none.
    package init(covering counts: [Int], positions: ClosedRange<Double>) {
        let exponents = counts.map { Self.exponent(below: max(1, $0)) }
        let lowest = exponents.min() ?? 0
        let isPower = { (count: Int) in Self.power(Self.exponent(below: count)) == count }
        let highest = counts.map { max(1, $0) }.map { Self.exponent(below: $0) + (isPower($0) ? 0 : 1) }.max()
        self.exponents = lowest...max(lowest + 1, highest ?? 1)
        self.positions = positions
    }

    /// The position of a count.
    package func position(_ count: Int) -> Double {
        let share =
            (log10(Double(max(1, count))) - Double(exponents.lowerBound)) / Double(exponents.count - 1)
        return positions.lowerBound + share * (positions.upperBound - positions.lowerBound)
    }

    /// The powers of ten from end to end.
    package var ticks: [Int] {
        exponents.map(Self.power)
    }

    /// ⌊log₁₀ count⌋ for `count ≥ 1`.
    private static func exponent(below count: Int) -> Int {
        var exponent = 0
        var rest = count
        while rest >= 10 {
            rest /= 10
            exponent += 1
        }
        return exponent
    }

    /// 10^exponent, saturated at the largest integer.
    private static func power(_ exponent: Int) -> Int {
        var power = 1
        for _ in 0..<exponent {
            let (product, overflow) = power.multipliedReportingOverflow(by: 10)
            if overflow { return .max }
            power = product
        }
        return power
    }
}
