package import ConstraintSystem
import FiniteFields
import Gadgets

extension CircuitBuilder {
    /// Returns `D = ⌊M · a / 2^k⌋ − z` and whether it is not negative.
    ///
    /// Costs k + w constraints and a product, with the least w such that `−2^(w−1) ≤ D < 2^(w−1)` in the window.
    ///
    /// ZEN's remainder-based verification, repaired: `Q 2^k + R = M a`, with k bits for R and w bits for
    /// `Q − z + 2^(w−1)`, *each* of which is boolean, and the sum of which is the equation. The highest bit says
    /// whether D ≥ 0, so a ReLU behind it needs no bits of its own.
    ///
    /// Soundness: `M a + (2^(w−1) − z) 2^k` is the residue of an integer of k + w bits, and 2^(k+w) ≤ p: that
    /// integer is unique, and so are its bits. ZEN leaves R unchecked; then any Q goes, with R = M a − Q 2^k. With
    /// R checked and Q not, any of the 2^k values of R goes, with Q = (M a − R) / 2^k in the field.
    ///
    /// - Parameters:
    ///   - window: bounds of D for every honest witness; a value outside of −2^(w−1) ..< 2^(w−1) satisfies nothing.
    /// - Throws: `CompileError.windowTooWide` naming the current region.
    package mutating func requantize(
        _ a: LinearCombination<F>, multiplier: LinearCombination<F>, zeroPoint: Int, fractionBits k: Int,
        window: ClosedRange<Int128>
    ) throws(CompileError) -> (value: LinearCombination<F>, isNonNegative: LinearCombination<F>) {
        let width = Self.quotientBits(of: window)
        guard k + width <= 126 else { throw .windowTooWide(region: path) }
        let half: Int128 = 1 << Int128(width - 1)
        let product = product(multiplier, a)
        let shift = LinearCombination<F>(constant: (half - Int128(zeroPoint)) << Int128(k))
        let bits = try rangeCheck(product + shift, bits: k + width)
        let quotient = LinearCombination.sum(
            of: bits[k...].enumerated().map { (F(Int128(1) << Int128($0.offset)), $0.element) })
        return (quotient - LinearCombination(constant: half), bits[k + width - 1])
    }

    /// The least w, at least 1, such that every value of the window is in −2^(w−1) ..< 2^(w−1).
    package static func quotientBits(of window: ClosedRange<Int128>) -> Int {
        // ~x = −x − 1 is the magnitude that counts for negative numbers.
        let magnitude = max(window.upperBound, ~window.lowerBound, 0)
        return 128 - magnitude.leadingZeroBitCount + 1
    }
}
