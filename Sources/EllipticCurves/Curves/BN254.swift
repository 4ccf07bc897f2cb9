public import FiniteFields

/// The pairing-friendly curve of EIP-196 and EIP-197 (also alt_bn128, bn128): y² = x³ + 3 over F_q.
///
/// G2 is a subgroup of the sextic twist y² = x³ + 3/(9 + u) over F_q². About 100 bits of security
/// (Barbulescu and Duquesne, Journal of Cryptology 2019).
public enum BN254: Sendable {
    public typealias BaseField = BN254Fields.Base
    public typealias ScalarField = BN254Fields.Scalar

    /// u, the parameter of the family of Barreto and Naehrig.
    static let u: UInt64 = 4_965_661_367_192_848_881
}
