package import FiniteFields

/// Bounds of integers that stand for themselves in a field.
package enum Window {
    /// The bits that an integer may have so that 128-bit arithmetic holds it, its negative and its
    /// double.
    static var greatestBits: Int { 126 }

    /// The number of bits of a non-negative integer; 0 for 0.
    package static func bitCount(_ value: Int128) -> Int { 128 - value.leadingZeroBitCount }

    /// The narrowest −2^b … 2^b − 1 that contains a window.
    package static func signedPowerOfTwo(around window: ClosedRange<Int128>) -> ClosedRange<Int128> {
        let bits = max(bitCount(max(0, window.upperBound)), bitCount(max(0, -1 - window.lowerBound)))
        return -(1 << Int128(bits))...(1 << Int128(bits)) - 1
    }

    /// Whether a window lies inside ±p/4 and can be computed with.
    package static func fits<F: PrimeField>(_ window: ClosedRange<Int128>, in field: F.Type) -> Bool {
        let magnitude = max(window.lowerBound.magnitude, window.upperBound.magnitude)
        guard magnitude < 1 << 124 else { return false }
        // 4 · magnitude < 2^126 ≤ p where p has more bits.
        guard F.modulusBitCount <= 126 else { return true }
        let modulus = F.modulusWords.enumerated()
            .reduce(UInt128(0)) { $0 | UInt128($1.element) << UInt128(64 * $1.offset) }
        return 4 * magnitude < modulus
    }
}
