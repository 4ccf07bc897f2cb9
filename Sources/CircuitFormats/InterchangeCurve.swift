public import EllipticCurves
public import FiniteFields

/// A curve that iden3's and snarkjs's files can be about.
public protocol InterchangeCurve: PairingCurve where G1.BaseField: PrimeField {
    /// The curve's name in snarkjs's JSON.
    static var snarkjsName: String { get }
    /// Other names that readers accept.
    static var otherNames: [String] { get }

    /// The least prime that divides the cofactor of G1, or nil where G1 is the whole curve.
    static var leastPrimeOfG1Cofactor: Int? { get }
    /// The least prime that divides the cofactor of G2, or nil where G2 is the whole curve.
    static var leastPrimeOfG2Cofactor: Int? { get }

    /// The coordinate c0 + c1 u of G2.
    static func coordinate(_ c0: G1.BaseField, _ c1: G1.BaseField) -> G2.BaseField
    /// c0 and c1 of a coordinate of G2.
    static func coefficients(_ coordinate: G2.BaseField) -> [G1.BaseField]
    /// An element of the target group by its coefficients over the base field, as snarkjs nests them:
    /// twelfth degree over sixth, sixth over second, second over the base field.
    static func coefficients(_ target: Target) -> [[[G1.BaseField]]]
}

extension BN254: InterchangeCurve {
    public static var snarkjsName: String { "bn128" }
    public static var otherNames: [String] { ["bn254", "BN254", "altbn128"] }
    public static var leastPrimeOfG1Cofactor: Int? { nil }
    /// 2q − r = 10069 · 5864401 · 1875725156269 · …
    public static var leastPrimeOfG2Cofactor: Int? { 10069 }

    public static func coordinate(_ c0: BN254Fields.Base, _ c1: BN254Fields.Base) -> BN254Fields.Fp2 {
        Fp2(c0, c1)
    }

    public static func coefficients(_ coordinate: BN254Fields.Fp2) -> [BN254Fields.Base] {
        [coordinate.c0, coordinate.c1]
    }

    public static func coefficients(_ target: BN254Fields.Fp12) -> [[[BN254Fields.Base]]] {
        [target.c0, target.c1].map { half in [half.c0, half.c1, half.c2].map(coefficients) }
    }
}
