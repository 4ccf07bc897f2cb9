public import EllipticCurves
public import Groth16

/// A proof of a network's answer, with what the verifier gets to see.
public struct NetworkProof: Hashable, Sendable {
    public var proof: Proof<BN254>
    /// Outputs, then the input where it is public.
    public var publicValues: [BN254.ScalarField]

    public init(proof: Proof<BN254>, publicValues: [BN254.ScalarField]) {
        self.proof = proof
        self.publicValues = publicValues
    }
}
