public import EllipticCurves
public import Groth16

/// A proof of a network's answer, with what the verifier gets to see.
public struct NetworkProof<Curve: PairingCurve>: Hashable, Sendable {
    public var proof: Proof<Curve>
    /// Outputs, then the input where it is public.
    public var publicValues: [Curve.ScalarField]

    public init(proof: Proof<Curve>, publicValues: [Curve.ScalarField]) {
        self.proof = proof
        self.publicValues = publicValues
    }
}
