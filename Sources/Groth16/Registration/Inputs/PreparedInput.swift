public import EllipticCurves

/// A commitment to an input that was checked.
public struct PreparedInput<Curve: PairingCurve>: Sendable {
    public let commitment: InputCommitment<Curve>

    /// Checks that a commitment is for this circuit, and that its owner knew how it is made of the points of the
    /// hidden inputs and the mask.
    ///
    /// - Throws: `RegistrationError`, naming the first part that is wrong.
    public init(
        checking commitment: InputCommitment<Curve>, for circuit: CommittedCircuit<Curve>
    ) throws(RegistrationError) {
        do { try circuit.key.validate() } catch { throw RegistrationError(error) }
        if commitment.keyHash != circuit.keyHash { throw RegistrationError(.otherKey, "keyHash") }
        if commitment.circuitHash != circuit.circuitHash {
            throw RegistrationError(.otherCircuit, "circuitHash")
        }
        if commitment.label.utf8.count > InputCommitment<Curve>.maximumLabelLength {
            throw RegistrationError(.labelTooLong, "label")
        }
        try AffinePoint.requireMembers([commitment.point], "point")
        try commitment.proof.check(
            [commitment.point], over: circuit.points(circuit.wires.inputBases), commitment.challenge, "proof")
        self.commitment = commitment
    }
}
