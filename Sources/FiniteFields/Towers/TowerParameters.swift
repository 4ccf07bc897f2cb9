/// The constants of a tower of extensions 2 · 3 · 2 over a prime field, as pairings use it:
/// F_p² = F_p[u] / (u² + 1), F_p⁶ = F_p²[v] / (v³ − ξ), F_p¹² = F_p⁶[w] / (w² − v).
///
/// So w⁶ = ξ. Needs p ≡ 3 mod 4 (then −1 is no square) and p ≡ 1 mod 6, and ξ neither a square nor a
/// cube in F_p². The top two bits of the limbs of p must be clear: sums of two products share a reduction.
public protocol TowerParameters: Sendable {
    associatedtype Base: PrimeFieldParameters

    /// ξ.
    static var nonResidue: Fp2<Self> { get }

    /// Returns ξ · `value`, by additions only where ξ is small.
    static func multiplyByNonResidue(_ value: Fp2<Self>) -> Fp2<Self>

    /// The constants that raising to the power p needs. A stored constant: it is computed from ξ.
    static var frobenius: FrobeniusConstants<Self> { get }
}
