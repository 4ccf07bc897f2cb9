public import CircuitFormats
import EllipticCurves
public import Groth16

/// Checks proofs under one verifying key: of any circuit, or of a network's, with the registration of the model where
/// its weights are committed.
///
/// Making one costs a pairing, the check of the key's points and, where there is one, of the registration; it is made
/// once and kept. A check costs three Miller loops and a sum over the public values.
public struct StatementVerifier<Curve: InterchangeCurve>: Sendable {
    /// The key with what it says of its public values.
    public let file: VerifyingKeyFile<Curve>
    private let check: Check

    /// What a proof is checked with.
    private enum Check: Sendable {
        case plain(PreparedVerifyingKey<Curve>)
        case registered(PreparedRegistration<Curve>)
    }

    /// - Parameter allowingDevelopmentKey: true accepts a key whose maker could forge proofs.
    /// - Throws: `VerifierError` where the key must not be used, or its weights are committed.
    public init(
        _ file: VerifyingKeyFile<Curve>, allowingDevelopmentKey: Bool = false
    ) throws(VerifierError) {
        self.file = file
        do {
            guard file.hidden != nil else {
                check = .plain(try file.prepared(allowingDevelopmentKey: allowingDevelopmentKey))
                return
            }
        } catch { throw .key(error) }
        let circuit = try Self.circuit(of: file)
        guard !circuit.wires.needsModel, circuit.inputCount == 0 else { throw .modelMissing }
        do {
            check = .registered(
                try PreparedRegistration(
                    withoutModel: circuit, allowingDevelopmentKey: allowingDevelopmentKey))
        } catch { throw .registration(error) }
    }

    /// - Parameters:
    ///   - registration: of the model; checked here, unless it is the pinned one.
    ///   - pinned: the fingerprint of a registration that was checked before.
    /// - Throws: `VerifierError` where the key must not be used, or the registration is not sound or not for this key.
    public init(
        _ file: VerifyingKeyFile<Curve>, registration: ModelRegistration<Curve>, pinned: Fingerprint? = nil,
        allowingDevelopmentKey: Bool = false
    ) throws(VerifierError) {
        self.file = file
        let circuit = try Self.circuit(of: file)
        do {
            guard let pinned else {
                check = .registered(
                    try PreparedRegistration(
                        checking: registration, for: circuit, allowingDevelopmentKey: allowingDevelopmentKey))
                return
            }
            check = .registered(
                try PreparedRegistration(
                    registration, pinned: pinned, for: circuit, allowingDevelopmentKey: allowingDevelopmentKey
                ))
        } catch { throw .registration(error) }
    }

    private static func circuit(
        of file: VerifyingKeyFile<Curve>
    ) throws(VerifierError) -> CommittedCircuit<Curve> {
        guard file.hidden != nil else { throw .nothingHidden }
        guard let hash = file.annotations["circuitSHA256"].flatMap({ Fingerprint(hexadecimal: $0) }) else {
            throw .circuitUnknown
        }
        let circuit: CommittedCircuit<Curve>?
        do { circuit = try file.committedCircuit(circuitHash: hash) } catch { throw .registration(error) }
        guard let circuit else { throw .nothingHidden }
        return circuit
    }

    /// The registered model; nil where no wires are hidden.
    public var registration: PreparedRegistration<Curve>? {
        guard case .registered(let prepared) = check else { return nil }
        return prepared
    }

    /// Returns whether a proof shows what its public values say, or why not. Their ranges are checked too, where the key
    /// declares some.
    ///
    /// - Parameter committedInput: the input that the proof must be about, where inputs are committed.
    public func verify(
        _ claim: Claim<Curve>, committedInput: PreparedInput<Curve>? = nil
    ) -> Verdict {
        switch check {
        case .plain(let key):
            return Groth16.verify(claim.proof, publicInputs: claim.publicInputs, with: key)
        case .registered(let prepared):
            return Groth16.verify(
                RegisteredClaim(claim, of: prepared.circuit, committedInput: committedInput), with: prepared)
        }
    }
}
