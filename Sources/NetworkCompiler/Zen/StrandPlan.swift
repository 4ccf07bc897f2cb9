/// Where the dot products of stranded operands lie in one field element (ZEN, eprint 2021/087, section 5).
///
/// With `x_i = Σ_j a_(j,i) δ^φ(j)` and `y_i = Σ_l b_(l,i) δ^φ(l)`,
///
///     Σ_i x_i y_i = Σ_j Σ_l δ^(φ(j) + φ(l)) ⟨a_j, b_l⟩.
///
/// φ = (0, 1), (0, 1, 3), (0, 1, 3, 4) is such that φ(j) + φ(l) = 2 φ(i) only for j = l = i, so the digit at place
/// 2 φ(j) is ⟨a_j, b_j⟩ alone; other places hold sums of cross terms. δ is a power of two.
package struct StrandPlan: Hashable, Sendable {
    /// One place of the sum that holds anything.
    package struct Digit: Hashable, Sendable {
        /// The exponent of δ.
        package let place: Int
        /// Bounds of the integer there.
        package let window: ClosedRange<Int128>
        /// Bits of the integer minus its lower bound, at least 1.
        package var bits: Int { max(1, 128 - (window.upperBound - window.lowerBound).leadingZeroBitCount) }
    }

    /// φ.
    package let exponents: [Int]
    /// Ascending by place; the first has place 0.
    package let digits: [Digit]
    /// log₂ δ: no digit has more bits.
    package let spacing: Int

    /// Returns the plan, or nil where the digits need more bits than every field element has.
    ///
    /// - Parameters:
    ///   - windows: `windows[j][l]` bounds ⟨a_j, b_l⟩; 2 to 4 rows and columns.
    ///   - modulusBitCount: the bits of p. The digits together get at most one less, so that 2^bits ≤ p.
    package init?(windows: [[ClosedRange<Int128>]], modulusBitCount: Int) {
        precondition((2...4).contains(windows.count), "two to four strands")
        precondition(windows.allSatisfy { $0.count == windows.count }, "as many factors on both sides")
        exponents = Array([0, 1, 3, 4].prefix(windows.count))
        var sums: [Int: ClosedRange<Int128>] = [:]
        for (j, row) in windows.enumerated() {
            for (l, window) in row.enumerated() {
                let place = exponents[j] + exponents[l]
                let sum = sums[place] ?? 0...0
                sums[place] = sum.lowerBound + window.lowerBound...sum.upperBound + window.upperBound
            }
        }
        digits = sums.sorted { $0.key < $1.key }.map { Digit(place: $0.key, window: $0.value) }
        spacing = digits.map(\.bits).max()!
        guard spacing <= 125, bitCount < modulusBitCount, gaps.allSatisfy({ $0 <= 126 }) else { return nil }
    }

    /// The bits of the whole sum, minus its lower bound.
    package var bitCount: Int { digits[digits.count - 1].place * spacing + digits[digits.count - 1].bits }

    /// The bits from each digit to the next.
    package var gaps: [Int] {
        zip(digits, digits.dropFirst()).map { ($1.place - $0.place) * spacing } + [
            digits[digits.count - 1].bits
        ]
    }

    /// The number of constraints beside the products.
    package var constraintCount: Int { digits.reduce(0) { $0 + $1.bits } }
}
