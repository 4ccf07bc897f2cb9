import EllipticCurves
import FiniteFields
import Groth16
import TestSupport

/// A registrant who follows the documentation with code of her own, and may put any instance wire's point
/// into what she publishes.
struct HandmadeRegistration<Curve: PairingCurve> {
    typealias F = Curve.ScalarField
    typealias Challenge = OpeningChallenge<Curve.G1>

    let circuit: CommittedCircuit<Curve>
    /// Coefficients by instance wire.
    var constants: [Int: F]
    var columns: [[Int: F]]
    var label = "Alice"
    /// Added to the first column.
    var stowaway = AffinePoint<Curve.G1>.infinity
    var generator = SeededGenerator(seed: 77)

    init(_ small: SmallCommittedCircuit<Curve>, _ model: SmallModel = SmallModel()) {
        circuit = small.circuit
        constants = [SmallWires.mask: F.random(using: &generator)]
        for (wire, value) in zip(
            SmallWires.accumulators + SmallWires.committed, model.biases + model.committed)
        {
            constants[wire] = F(value)
        }
        columns = []
        for weights in model.weights {
            var column = [SmallWires.mask: F.random(using: &generator)]
            for (wire, weight) in zip(SmallWires.accumulators, weights) { column[wire] = F(weight) }
            columns.append(column)
        }
    }

    func point(_ coefficients: [Int: F]) -> AffinePoint<Curve.G1> {
        coefficients.reduce(JacobianPoint<Curve.G1>.infinity) { sum, term in
            sum + circuit.key.inputPoints[term.key].multiplied(by: term.value)
        }.affine
    }

    /// Returns the registration with the best proofs that she can make: true where only the right wires are used.
    ///
    /// - Parameter weaken: what she would like the challenge to be taken of.
    mutating func registration(
        weaken: (Challenge) -> Challenge = { $0 }
    ) -> ModelRegistration<Curve> {
        let unanswered = OpeningProof<Curve.G1>(announcement: .infinity, responses: [])
        var registration = ModelRegistration<Curve>(
            keyHash: circuit.keyHash, circuitHash: circuit.circuitHash, label: label,
            constants: point(constants), columns: columns.map(point), constantsProof: unanswered,
            columnsProof: unanswered)
        registration.columns[0] = (registration.columns[0] + stowaway).affine
        let wires = circuit.wires
        registration.constantsProof = proof(
            [constants], over: wires.committed + wires.accumulators + [wires.mask],
            weaken(challenge(.modelConstants, registration)))
        registration.columnsProof = proof(
            columns, over: wires.accumulators + [wires.mask],
            weaken(challenge(.modelColumns, registration)))
        return registration
    }

    func challenge(_ purpose: Challenge.Purpose, _ registration: ModelRegistration<Curve>) -> Challenge {
        OpeningChallenge(
            purpose, keyHash: registration.keyHash, circuitHash: registration.circuitHash,
            label: registration.label, points: [[registration.constants], registration.columns])
    }

    /// Returns the bases' points.
    func points(_ wires: [Int]) -> [AffinePoint<Curve.G1>] { wires.map { circuit.key.inputPoints[$0] } }

    mutating func proof(
        _ openings: [[Int: F]], over wires: [Int], _ challenge: Challenge
    ) -> OpeningProof<Curve.G1> {
        let nonces = wires.map { _ in F.random(using: &generator) }
        let announcement = point(Dictionary(uniqueKeysWithValues: zip(wires, nonces)))
        let c = challenge(announcement)
        let responses = zip(wires, nonces).map { wire, nonce in
            openings.indices.reduce(nonce) { sum, index in
                sum + c.power(UInt64(index + 1)) * (openings[index][wire] ?? 0)
            }
        }
        return OpeningProof(announcement: announcement, responses: responses)
    }
}
