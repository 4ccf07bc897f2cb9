public import EllipticCurves
import FiniteFields

/// Returns the registration of the model that `opening` holds, which tells nothing of its weights.
///
/// Costs one sum of as many products as there are weights, mostly by small numbers, and a full multiplication for
/// each input, accumulator and committed wire.
///
/// - Parameters:
///   - label: any text of at most 64 bytes, such as the owner's name; part of what is proved.
///   - generator: must be unpredictable, or the proofs show the weights; the system's where none is named.
/// - Throws: `RegistrationError` if the key must not be used, the label is too long, the opening is that of
///   another circuit, or a blinding value stands in it twice.
public func register<Curve: PairingCurve>(
    _ opening: borrowing ModelOpening<Curve.ScalarField>, for circuit: CommittedCircuit<Curve>, label: String,
    using generator: inout some RandomNumberGenerator
) throws(RegistrationError) -> ModelRegistration<Curve> {
    do { try circuit.key.validate() } catch { throw RegistrationError(error) }
    if !opening.fits(circuit) { throw RegistrationError(.sizesDiffer, "opening") }
    if label.utf8.count > ModelRegistration<Curve>.maximumLabelLength {
        throw RegistrationError(.labelTooLong, "label")
    }
    if let index = opening.firstRepeatedBlinding {
        throw RegistrationError(.repeatedBlinding, "blinding[\(index)]")
    }
    let columnProver = OpeningProver(
        bases: circuit.points(circuit.wires.columnBases), using: &generator)
    let constantsProver = OpeningProver(
        bases: circuit.points(circuit.wires.constantBases), using: &generator)
    // The proofs are put in when it is known what they are about.
    let unanswered = OpeningProof<Curve.G1>(announcement: .infinity, responses: [])
    var registration = ModelRegistration<Curve>(
        keyHash: circuit.keyHash, circuitHash: circuit.circuitHash, label: label,
        constants: opening.constantsPoint(circuit), columns: opening.columnPoints(circuit),
        constantsProof: unanswered, columnsProof: unanswered)

    let constantsChallenge = registration.challenge(.modelConstants)(constantsProver.announcement)
    registration.constantsProof = constantsProver.proof { responses in
        opening.addConstants(times: constantsChallenge, to: responses)
    }
    let columnsChallenge = registration.challenge(.modelColumns)(columnProver.announcement)
    registration.columnsProof = columnProver.proof { responses in
        opening.addColumns(timesPowersOf: columnsChallenge, to: responses)
    }
    return registration
}

/// Returns the registration of the model that `opening` holds, with nonces from the system's generator.
public func register<Curve: PairingCurve>(
    _ opening: borrowing ModelOpening<Curve.ScalarField>, for circuit: CommittedCircuit<Curve>, label: String
) throws(RegistrationError) -> ModelRegistration<Curve> {
    var generator = SystemRandomNumberGenerator()
    return try register(opening, for: circuit, label: label, using: &generator)
}

extension ModelOpening {
    /// Adds c times the coefficients of D.
    fileprivate func addConstants(times c: F, to responses: UnsafeMutableBufferPointer<F>) {
        let constants = constants
        for index in 0..<constants.count { responses[index] += c * constants[index] }
    }

    /// Adds Σ_i c^i times the coefficients of column i, i from 1.
    fileprivate func addColumns(timesPowersOf c: F, to responses: UnsafeMutableBufferPointer<F>) {
        var powers: [F] = []
        powers.reserveCapacity(inputCount)
        for index in 0..<inputCount { powers.append(index == 0 ? c : powers[index - 1] * c) }
        addWeights(timesEach: powers, to: responses)
        for index in 0..<inputCount { responses[biases.count] += powers[index] * blinding[index] }
    }
}
