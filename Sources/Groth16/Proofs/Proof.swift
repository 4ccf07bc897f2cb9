public import EllipticCurves

/// Three group elements that convince a verifier that somebody knows a witness.
///
/// A proof is not an identity: from any valid proof, anybody can make other valid ones of the same
/// statement (`rerandomized(for:using:)`), so that equal statements cannot be told by equal bytes.
public struct Proof<Curve: PairingCurve>: Hashable, Sendable {
    public var a: AffinePoint<Curve.G1>
    public var b: AffinePoint<Curve.G2>
    public var c: AffinePoint<Curve.G1>

    public init(a: AffinePoint<Curve.G1>, b: AffinePoint<Curve.G2>, c: AffinePoint<Curve.G1>) {
        self.a = a
        self.b = b
        self.c = c
    }
}
