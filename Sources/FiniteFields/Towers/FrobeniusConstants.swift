/// γ_i = ξ^(i (p−1)/6) for i in 0…5, so that (w^i)^p = γ_i w^i.
@frozen
public struct FrobeniusConstants<Parameters: TowerParameters>: Sendable {
    @usableFromInline let powers: [Fp2<Parameters>]

    /// Computes the constants from ξ.
    public init() {
        var exponent = Fp<Parameters.Base>.modulusWords
        precondition(exponent[0] > 0, "p is odd")
        exponent[0] -= 1
        precondition(exponent.divide(by: 6) == 0, "p ≡ 1 mod 6")
        let gamma = Parameters.nonResidue.power(exponent)
        powers = (0..<6).map { gamma.power(UInt64($0)) }
    }

    /// γ_`index`.
    @inlinable
    public subscript(index: Int) -> Fp2<Parameters> { powers[index] }
}
