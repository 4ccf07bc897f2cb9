public import FiniteFields

/// The pairing-friendly curve of zcash Sapling and of Ethereum's consensus: y² = x³ + 4 over F_p.
///
/// G1 and G2 are subgroups of prime order r of the curve and of its sextic twist y² = x³ + 4(1 + u) over
/// F_p²; both have cofactors. About 120 bits of security (IETF draft-irtf-cfrg-pairing-friendly-curves).
public enum BLS12381: Sendable {
    public typealias BaseField = BLS12381Fields.Base
    public typealias ScalarField = BLS12381Fields.Scalar

    /// −x, where x is the parameter of the family of Barreto, Lynn and Scott; six bits are set.
    static let minusX: UInt64 = 0xd201_0000_0001_0000

    /// Returns [−x] `point`; 63 doublings and five additions.
    static func multipliedByMinusX<Curve>(_ point: JacobianPoint<Curve>) -> JacobianPoint<Curve> {
        var result = point
        for digit in loopDigits.dropFirst() {
            result = result.doubled()
            if digit == 1 { result += point }
        }
        return result
    }
}
