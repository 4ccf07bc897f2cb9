public import ConstraintSystem
import FiniteFields

extension CircuitBuilder {
    /// Returns 1 if `value > 0`, else 0.
    ///
    /// Costs `m + 1` constraints with `m = bitlen(max(N, P − 1))` for the window [−N, P]; 0 if the window
    /// decides, or is `0...1`.
    ///
    /// Soundness: `value − 1 + 2^m` is range-checked to `m + 1` bits, and `2^(m+1) ≤ p`; these bits are
    /// unique, and the highest is 1 exactly if `value − 1 ≥ 0`. A value outside of `−(2^m − 1) ... 2^m`
    /// satisfies nothing. (With a boolean s and m bits for `(2s − 1) value − s` in place of it, the
    /// comparison needs the product `s · value` as well, whether anybody wants it or not.)
    ///
    /// - Parameter window: bounds of the value that other constraints imply; must lie inside ±p/4.
    /// - Throws: `CompileError.windowTooWide` naming the current region.
    public mutating func isPositive(
        _ value: LinearCombination<F>, window: ClosedRange<Int128>
    ) throws(CompileError) -> LinearCombination<F> {
        guard Window.fits(window, in: F.self) else { throw .windowTooWide(region: path) }
        if let value = value.constantValue?.signedRepresentative {
            precondition(window.contains(value), "a constant lies in its window")
            return value > 0 ? 1 : 0
        }
        if window.lowerBound > 0 { return 1 }
        if window.upperBound <= 0 { return 0 }
        if window == 0...1 { return value }
        let width = Window.bitCount(max(-window.lowerBound, window.upperBound - 1))
        let offset = LinearCombination<F>(constant: (Int128(1) << Int128(width)) - 1)
        return try rangeCheck(value + offset, bits: width + 1)[width]
    }

    /// Returns `a` if `condition` is 0, and `b` if it is 1.
    ///
    /// Costs 1 constraint; 0 if the condition or b − a is constant.
    ///
    /// Soundness: as `product`. The condition must be boolean by other constraints.
    public mutating func select(
        _ condition: LinearCombination<F>, _ a: LinearCombination<F>, _ b: LinearCombination<F>
    ) -> LinearCombination<F> {
        a + product(condition, b - a)
    }

    /// Returns max(a, b).
    ///
    /// Costs `m + 1` constraints with `m = bitlen(max(|D|))` for `D = b − a`; 0 if the window decides.
    ///
    /// Soundness: `max(a, b) = a + max(0, D)`, so it is `rectify` without a shift. Written for the result c:
    /// `(c − a)(c − b) = 0`, and `2c − a − b = |D|` has m bits.
    ///
    /// - Parameter difference: bounds of b − a that other constraints imply; must lie inside ±p/4.
    /// - Throws: `CompileError.windowTooWide` naming the current region.
    public mutating func maximum(
        _ a: LinearCombination<F>, _ b: LinearCombination<F>, difference: ClosedRange<Int128>
    ) throws(CompileError) -> LinearCombination<F> {
        a + (try rectify(b - a, window: difference, shift: 0))
    }
}
