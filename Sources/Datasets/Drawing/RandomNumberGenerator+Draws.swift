/// Draws that use nothing but IEEE 754 additions and products, so that every machine gets the same.
extension RandomNumberGenerator {
    /// Returns a number that is uniform in `range`.
    mutating func uniform(_ range: ClosedRange<Double>) -> Double {
        let unit = Double(next() >> 11) * 0x1p-53
        return range.lowerBound + (range.upperBound - range.lowerBound) * unit
    }

    /// Returns a number with mean 0 and the given standard deviation, close to normal: a sum of four
    /// uniform ones, which stays within 3.5 deviations.
    mutating func normal(_ deviation: Double) -> Double {
        let word = next()
        let sum = (0..<4).reduce(0) { $0 + Int(word >> (16 * $1) & 0xFFFF) }
        // Each of the four has variance (2^32 − 1) / 12.
        return (Double(sum) - 131_070) * (deviation / 37_837.227_34)
    }

    /// Returns an index below `count`.
    mutating func index(below count: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(count)).high)
    }
}
