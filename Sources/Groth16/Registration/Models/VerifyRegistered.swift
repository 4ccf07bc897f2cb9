public import EllipticCurves
import FiniteFields

/// Returns whether a proof shows that the registered model gives the known values for the input, or why not.
///
/// The check of Groth16, unchanged, of the key that has the model in it: vk_x = Γ_0 + Σ a_i Γ_i + X over the known
/// wires i, where X = D + Σ x_i Col_i, plus the point of the committed input where there is one.
/// All values are checked to lie in their ranges first.
public func verify<Curve: PairingCurve>(
    _ claim: RegisteredClaim<Curve>, with prepared: PreparedRegistration<Curve>
) -> Verdict {
    if let reason = prepared.flaw(in: claim) { return .rejected(reason) }
    return verify(
        claim.proof, publicInputs: claim.knownValues + claim.input, with: prepared.verifier,
        adding: claim.committedInput?.commitment.point ?? .infinity)
}

/// Returns whether all claims about a registered model hold; see `verifyBatch(_:with:using:)` of plain claims.
public func verifyBatch<Curve: PairingCurve>(
    _ claims: [RegisteredClaim<Curve>], with prepared: PreparedRegistration<Curve>,
    using generator: inout some RandomNumberGenerator
) -> Verdict {
    for claim in claims {
        if let reason = prepared.flaw(in: claim) { return .rejected(reason) }
    }
    return verifyBatch(
        claims.map { Claim($0.proof, publicInputs: $0.knownValues + $0.input) }, with: prepared.verifier,
        adding: claims.map { $0.committedInput?.commitment.point ?? .infinity }, using: &generator)
}

/// Returns whether all claims about a registered model hold, with weights from the system's generator.
public func verifyBatch<Curve: PairingCurve>(
    _ claims: [RegisteredClaim<Curve>], with prepared: PreparedRegistration<Curve>
) -> Verdict {
    var generator = SystemRandomNumberGenerator()
    return verifyBatch(claims, with: prepared, using: &generator)
}

extension PreparedRegistration {
    /// Returns what is wrong with a claim apart from its proof.
    fileprivate func flaw(in claim: RegisteredClaim<Curve>) -> Verdict.Reason? {
        let (known, input) = (claim.knownValues, claim.input)
        if known.count != circuit.wires.known.count {
            return .wrongInputCount(expected: circuit.wires.known.count, actual: known.count)
        }
        if input.count != circuit.inputCount {
            return .wrongModelInputCount(expected: circuit.inputCount, actual: input.count)
        }
        if let index = circuit.knownRanges?.firstViolation(in: known) {
            return .inputOutOfRange(index: index)
        }
        if let index = circuit.inputRanges.firstViolation(in: input) {
            return .modelInputOutOfRange(index: index)
        }
        guard let commitment = claim.committedInput?.commitment else {
            return circuit.wires.inputs.isEmpty ? nil : .wrongInputCommitment
        }
        let fits =
            !circuit.wires.inputs.isEmpty && commitment.keyHash == circuit.keyHash
            && commitment.circuitHash == circuit.circuitHash
        return fits ? nil : .wrongInputCommitment
    }
}
