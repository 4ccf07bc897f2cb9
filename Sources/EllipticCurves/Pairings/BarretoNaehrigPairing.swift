public import FiniteFields

/// The optimal ate pairing of a curve of Barreto and Naehrig with parameter u; its loop runs over 6u + 2.
public protocol BarretoNaehrigPairing: OptimalAtePairing {
    /// u, as digits for `Fp12.cyclotomicPower`.
    static var parameterDigits: [Int8] { get }
}

extension BarretoNaehrigPairing {
    /// Returns ψ(Q) and −ψ²(Q) (Vercauteren, section IV.C).
    @inlinable
    public static func pointsAddedAfterLoop(_ q: AffinePoint<G2>) -> [AffinePoint<G2>] {
        let first = twistFrobenius(q)
        return [first, -twistFrobenius(first)]
    }

    /// Returns `f`: the loop runs over a positive number.
    @inlinable
    public static func finishMillerLoop(_ f: Fp12<Tower>) -> Fp12<Tower> { f }

    /// Returns f to the power 2u(6u² + 3u + 1) · Φ₁₂(p)/r, which is
    /// (12u³ + 12u² + 6u + 1) + (12u³ + 6u² + 4u) p + (12u³ + 6u² + 6u) p² + (12u³ + 6u² + 4u − 1) p³
    /// (Fuentes-Castañeda, Knapp, Rodríguez-Henríquez, SAC 2011, section 5).
    ///
    /// The same multiple as in libff and snarkjs, so that values of pairings can be compared with theirs.
    @inlinable
    public static func hardPart(_ f: Fp12<Tower>) -> Fp12<Tower> {
        let u2 = f.cyclotomicPower(parameterDigits).cyclotomicSquare
        let u6 = u2.cyclotomicSquare * u2
        let uu6 = u6.cyclotomicPower(parameterDigits)
        let uuu12 = uu6.cyclotomicSquare.cyclotomicPower(parameterDigits)
        let p2 = uuu12 * uu6 * u6
        let p1 = p2 * u2.conjugate
        let p0 = p2 * uu6 * f
        let p3 = p1 * f.conjugate
        return p0 * p1.frobenius * p2.frobenius.frobenius * p3.frobenius.frobenius.frobenius
    }
}
