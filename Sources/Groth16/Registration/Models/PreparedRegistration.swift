public import EllipticCurves

/// A registered model, ready for verifying proofs: checked once, or recognised by the fingerprint of one that was.
///
/// It is an ordinary verifying key with the model in it, see `CommittedCircuit.uncheckedKey(with:)`, and the
/// ranges of the values.
public struct PreparedRegistration<Curve: PairingCurve>: Sendable {
    public let circuit: CommittedCircuit<Curve>
    /// The registration's fingerprint; nil for a circuit without a hidden model.
    public let fingerprint: Fingerprint?
    let verifier: PreparedVerifyingKey<Curve>

    /// Checks a registration.
    ///
    /// - Throws: `RegistrationError` where the key must not be used or the registration is not sound.
    public init(
        checking registration: ModelRegistration<Curve>, for circuit: CommittedCircuit<Curve>,
        allowingDevelopmentKey: Bool = false
    ) throws(RegistrationError) {
        try registration.check(against: circuit)
        try self.init(
            circuit, key: circuit.uncheckedKey(with: registration), registration.fingerprint,
            allowingDevelopmentKey)
    }

    /// Takes over a registration that was checked before, whose fingerprint was kept.
    ///
    /// - Throws: `RegistrationError` if it is another one, or not for this circuit, or the key must not be used.
    public init(
        _ registration: ModelRegistration<Curve>, pinned: Fingerprint, for circuit: CommittedCircuit<Curve>,
        allowingDevelopmentKey: Bool = false
    ) throws(RegistrationError) {
        if registration.fingerprint != pinned { throw RegistrationError(.notPinned, "fingerprint") }
        if registration.keyHash != circuit.keyHash { throw RegistrationError(.otherKey, "keyHash") }
        if registration.circuitHash != circuit.circuitHash {
            throw RegistrationError(.otherCircuit, "circuitHash")
        }
        try self.init(
            circuit, key: circuit.uncheckedKey(with: registration), pinned, allowingDevelopmentKey)
    }

    /// Prepares a circuit whose model is not hidden, for committed inputs.
    ///
    /// - Throws: `RegistrationError` if it has wires that a registered model must answer for, or a public input that
    ///   has no wires, or the key must not be used.
    public init(
        withoutModel circuit: CommittedCircuit<Curve>, allowingDevelopmentKey: Bool = false
    ) throws(RegistrationError) {
        if circuit.wires.needsModel || circuit.inputCount > 0 {
            throw RegistrationError(.modelMissing, "wires")
        }
        do { try circuit.key.validate() } catch { throw RegistrationError(error) }
        try self.init(circuit, key: circuit.keyWithoutModel(), nil, allowingDevelopmentKey)
    }

    private init(
        _ circuit: CommittedCircuit<Curve>, key: VerifyingKey<Curve>, _ fingerprint: Fingerprint?,
        _ allowingDevelopmentKey: Bool
    ) throws(RegistrationError) {
        do {
            verifier = try PreparedVerifyingKey(key, allowingDevelopmentKey: allowingDevelopmentKey)
        } catch { throw RegistrationError(error) }
        self.circuit = circuit
        self.fingerprint = fingerprint
    }
}
