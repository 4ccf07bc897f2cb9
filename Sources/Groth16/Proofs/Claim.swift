public import EllipticCurves

/// A proof with the public inputs that it is about.
public struct Claim<Curve: PairingCurve>: Hashable, Sendable {
    public var proof: Proof<Curve>
    public var publicInputs: [Curve.ScalarField]

    public init(_ proof: Proof<Curve>, publicInputs: [Curve.ScalarField]) {
        self.proof = proof
        self.publicInputs = publicInputs
    }
}
