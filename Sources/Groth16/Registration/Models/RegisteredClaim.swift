public import EllipticCurves

/// A proof about a registered model, with the values that it is about.
public struct RegisteredClaim<Curve: PairingCurve>: Sendable {
    public var proof: Proof<Curve>
    /// The values of the known instance wires: outputs first.
    public var knownValues: [Curve.ScalarField]
    /// x, the public input that the columns stand for; empty where there is none.
    public var input: [Curve.ScalarField]
    /// The commitment to the hidden input; nil where there is none.
    public var committedInput: PreparedInput<Curve>?

    public init(
        _ proof: Proof<Curve>, knownValues: [Curve.ScalarField], input: [Curve.ScalarField] = [],
        committedInput: PreparedInput<Curve>? = nil
    ) {
        self.proof = proof
        self.knownValues = knownValues
        self.input = input
        self.committedInput = committedInput
    }

    /// Returns the claim whose public values are those of known wires and then those of the public input.
    ///
    /// What is too few or too many of them is found when the claim is verified.
    public init(
        _ claim: Claim<Curve>, of circuit: CommittedCircuit<Curve>,
        committedInput: PreparedInput<Curve>? = nil
    ) {
        let known = circuit.wires.known.count
        self.init(
            claim.proof, knownValues: Array(claim.publicInputs.prefix(known)),
            input: Array(claim.publicInputs.dropFirst(known)), committedInput: committedInput)
    }
}
