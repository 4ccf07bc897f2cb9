public import EllipticCurves
public import FiniteFields

/// A curve that iden3's and snarkjs's files can be about.
public protocol InterchangeCurve: PairingCurve
where G1.BaseField: PrimeField, G1: LibraryEncodedCurve, G2: LibraryEncodedCurve {
    /// The curve's name as people write it.
    static var name: String { get }
    /// The curve's name in snarkjs's JSON.
    static var snarkjsName: String { get }
    /// Other names that readers accept.
    static var otherNames: [String] { get }

    /// The coordinate c0 + c1 u of G2.
    static func coordinate(_ c0: G1.BaseField, _ c1: G1.BaseField) -> G2.BaseField
    /// c0 and c1 of a coordinate of G2.
    static func coefficients(_ coordinate: G2.BaseField) -> [G1.BaseField]
    /// An element of the target group by its coefficients over the base field, as snarkjs nests them:
    /// twelfth degree over sixth, sixth over second, second over the base field.
    static func coefficients(_ target: Target) -> [[[G1.BaseField]]]
}

extension BN254: InterchangeCurve {
    public static var name: String { "BN254" }
    public static var snarkjsName: String { "bn128" }
    public static var otherNames: [String] { ["bn254", "altbn128", name] }
}

extension BLS12381: InterchangeCurve {
    public static var name: String { "BLS12-381" }
    public static var snarkjsName: String { "bls12381" }
    public static var otherNames: [String] { ["bls12-381", "bls12_381", "BLS12381", name] }
}

extension InterchangeCurve {
    /// Whether a text names this curve, in the spelling of any tool.
    public static func isNamed(_ text: String) -> Bool {
        text == snarkjsName || otherNames.contains(text)
    }
}

extension InterchangeCurve where Self: OptimalAtePairing {
    public static func coordinate(_ c0: Fp<Tower.Base>, _ c1: Fp<Tower.Base>) -> Fp2<Tower> {
        Fp2(c0, c1)
    }

    public static func coefficients(_ coordinate: Fp2<Tower>) -> [Fp<Tower.Base>] {
        [coordinate.c0, coordinate.c1]
    }

    public static func coefficients(_ target: Fp12<Tower>) -> [[[Fp<Tower.Base>]]] {
        [target.c0, target.c1].map { half in [half.c0, half.c1, half.c2].map(coefficients) }
    }
}
