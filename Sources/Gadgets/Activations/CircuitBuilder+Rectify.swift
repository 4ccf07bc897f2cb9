public import ConstraintSystem
import FiniteFields

extension CircuitBuilder {
    /// Returns max(0, z) >> shift and constrains it.
    ///
    /// Costs `shift + m + 1` constraints with `m = bitlen(max(⌈N / 2^shift⌉, ⌊P / 2^shift⌋))` for the window
    /// [−N, P]; 0 if the result is 0 throughout (`P < 2^shift`), or if `N ≤ 0` and `shift == 0`;
    /// `bitlen(P)` if `N ≤ 0`.
    ///
    /// To round to nearest, the caller adds 2^(shift − 1) to z *before*, and gives the window of the sum.
    ///
    /// The gadget: `z = 2^s t + rem` with s boolean wires for rem defines the combination
    /// `t = (z − rem) / 2^s`; m boolean wires make M; one product says `(M − t)(M + t) = 0`; the result is
    /// `(t + M) / 2`.
    ///
    /// Soundness: a field has no divisors of zero, so `t = ±M`, and z is the residue of `2^s τ + rem` for
    /// an integer τ with `|τ| = M < 2^m`. These integers lie in `−(2^m − 1) 2^s ... 2^(s+m) − 1`, fewer
    /// than `2^(s+m+1) ≤ p`, so no two of them have the same residue: z fixes rem and τ, and with them
    /// every wire. The result is `(τ + |τ|) / 2 = max(0, τ)` with `τ = ⌊z / 2^s⌋`. A z outside of that
    /// interval satisfies nothing.
    ///
    /// The two cases without signs rely on the window: that z lies in it must follow from other
    /// constraints, or be checked by the verifier.
    ///
    /// - Parameters:
    ///   - z: accumulator with its rounding constant, an integer in `window` for every honest witness.
    ///   - window: bounds from interval analysis; must lie inside ±p/4.
    /// - Throws: `CompileError.windowTooWide` naming the current region.
    public mutating func rectify(
        _ z: LinearCombination<F>, window: ClosedRange<Int128>, shift: Int
    ) throws(CompileError) -> LinearCombination<F> {
        guard Window.fits(window, in: F.self), shift < Swift.min(124, F.modulusBitCount) else {
            throw .windowTooWide(region: path)
        }
        if let value = z.constantValue?.signedRepresentative {
            precondition(window.contains(value), "a constant lies in its window")
            return LinearCombination(constant: max(0, value) >> Int128(shift))
        }
        switch Rectification(window: window, shift: shift) {
        case .zero: return 0
        case .identity: return z
        case .truncation(let bits):
            let kept = try rangeCheck(z, bits: bits)[shift...]
            return Self.recomposed(kept)
        case .signed(let magnitudeBits):
            return try signedRectify(z, shift: shift, magnitudeBits: magnitudeBits)
        }
    }

    private mutating func signedRectify(
        _ z: LinearCombination<F>, shift: Int, magnitudeBits: Int
    ) throws(CompileError) -> LinearCombination<F> {
        guard shift + magnitudeBits + 1 < F.modulusBitCount else { throw .windowTooWide(region: path) }
        let wires = derive(
            "bit", by: .roundedMagnitude(of: z, shift: shift, width: magnitudeBits))
        let bits = wires.map { LinearCombination<F>($0) }
        for bit in bits { try enforceBoolean(bit) }
        // Times 2^shift, so that the constraint has z's coefficients as they are.
        let scaled = z - Self.recomposed(bits[..<shift])
        let magnitude = Self.recomposed(bits[shift...], firstWeight: shift)
        try enforce(magnitude - scaled, magnitude + scaled, 0)
        let half = F(2).inverse()!
        return half.power(UInt64(shift + 1)) * (scaled + magnitude)
    }

    /// Returns `2^firstWeight Σ 2^i bits[i]`.
    private static func recomposed(
        _ bits: ArraySlice<LinearCombination<F>>, firstWeight: Int = 0
    ) -> LinearCombination<F> {
        .sum(of: bits.enumerated().map { (F(Int128(1) << Int128($0.offset + firstWeight)), $0.element) })
    }
}
