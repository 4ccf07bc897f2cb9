public import EllipticCurves
import FiniteFields

/// What the owner of a private input publishes, so that proofs are about that input: a point that hides it
/// perfectly, and a proof that it contains nothing else.
///
/// Means nothing before `PreparedInput` has checked it.
public struct InputCommitment<Curve: PairingCurve>: Hashable, Sendable {
    /// `CommittedCircuit.keyHash` of the circuit that the input is for.
    public var keyHash: Fingerprint
    /// SHA-256 of the circuit's .r1cs file.
    public var circuitHash: Fingerprint
    /// Any text of at most 64 bytes of UTF-8 that the owner chose.
    public var label: String
    /// Σ x_i Γ_(x_i) + ρ Γ_m
    public var point: AffinePoint<Curve.G1>
    /// That `point` lies in the span of Γ_x and Γ_m.
    public var proof: OpeningProof<Curve.G1>

    public init(
        keyHash: Fingerprint, circuitHash: Fingerprint, label: String, point: AffinePoint<Curve.G1>,
        proof: OpeningProof<Curve.G1>
    ) {
        self.keyHash = keyHash
        self.circuitHash = circuitHash
        self.label = label
        self.point = point
        self.proof = proof
    }

    /// The longest label, in bytes of UTF-8.
    public static var maximumLabelLength: Int { 64 }

    var challenge: OpeningChallenge<Curve.G1> {
        OpeningChallenge(
            .committedInput, keyHash: keyHash, circuitHash: circuitHash, label: label, points: [[point]])
    }
}

/// Returns the commitment to the input that `opening` holds, which tells nothing of it.
///
/// - Parameters:
///   - label: any text of at most 64 bytes; part of what is proved.
///   - generator: must be unpredictable, or the proof shows the input; the system's where none is named.
/// - Throws: `RegistrationError` if the key must not be used, the label is too long, or the opening has another
///   number of values than the circuit has hidden inputs.
public func commit<Curve: PairingCurve>(
    _ opening: borrowing InputOpening<Curve.ScalarField>, for circuit: CommittedCircuit<Curve>, label: String,
    using generator: inout some RandomNumberGenerator
) throws(RegistrationError) -> InputCommitment<Curve> {
    do { try circuit.key.validate() } catch { throw RegistrationError(error) }
    if opening.count != circuit.wires.inputs.count { throw RegistrationError(.sizesDiffer, "opening") }
    if label.utf8.count > InputCommitment<Curve>.maximumLabelLength {
        throw RegistrationError(.labelTooLong, "label")
    }
    let bases = circuit.points(circuit.wires.inputBases)
    let prover = OpeningProver(bases: bases, using: &generator)
    var commitment = InputCommitment<Curve>(
        keyHash: circuit.keyHash, circuitHash: circuit.circuitHash, label: label,
        point: opening.coefficients.combination(of: bases).affine,
        proof: OpeningProof(announcement: .infinity, responses: []))
    let challenge = commitment.challenge(prover.announcement)
    commitment.proof = prover.proof { responses in
        for index in responses.indices { responses[index] += challenge * opening.coefficients[index] }
    }
    return commitment
}

/// Returns the commitment to the input that `opening` holds, with nonces from the system's generator.
public func commit<Curve: PairingCurve>(
    _ opening: borrowing InputOpening<Curve.ScalarField>, for circuit: CommittedCircuit<Curve>, label: String
) throws(RegistrationError) -> InputCommitment<Curve> {
    var generator = SystemRandomNumberGenerator()
    return try commit(opening, for: circuit, label: label, using: &generator)
}
