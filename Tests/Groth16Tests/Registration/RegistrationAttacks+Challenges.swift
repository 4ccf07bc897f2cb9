import EllipticCurves
import FiniteFields
import Groth16
import Testing

/// What could be chosen last, if the challenge left it out.
extension RegistrationAttacks {
    /// If the challenge left out the label, anybody could take over a registration.
    func expectLabelsToMatter() throws {
        var handmade = HandmadeRegistration(small)
        func withoutLabel(_ challenge: OpeningChallenge<Curve.G1>) -> OpeningChallenge<Curve.G1> {
            var challenge = challenge
            challenge.label = ""
            return challenge
        }
        var registration = handmade.registration(weaken: withoutLabel)
        let bases = handmade.points(small.circuit.wires.accumulators + [small.circuit.wires.mask])
        for label in ["Alice", "Mallory"] {
            registration.label = label
            let challenge = withoutLabel(handmade.challenge(.modelColumns, registration))
            #expect(
                registration.columnsProof.holds(
                    for: registration.columns, over: bases,
                    challenge: challenge(registration.columnsProof.announcement)))
            expect(.openingProofFails, "constantsProof", of: registration)
        }
        var stolen = handmade.registration()
        stolen.label = "Mallory"
        expect(.openingProofFails, "constantsProof", of: stolen)
        stolen.label = String(repeating: "é", count: 33)
        expect(.labelTooLong, "label", of: stolen)
    }

    /// If the challenge left out a column, that one could be chosen last, with the output's Γ in it.
    func expectEveryColumnToMatter() throws {
        var short = HandmadeRegistration(small)
        short.columns.removeLast()
        expect(.sizesDiffer, "columns", of: short.registration())
        let bases = small.circuit.wires.accumulators + [small.circuit.wires.mask]
        for index in 0..<3 {
            var handmade = HandmadeRegistration(small)
            func withoutColumn(_ challenge: OpeningChallenge<Curve.G1>) -> OpeningChallenge<Curve.G1> {
                var challenge = challenge
                challenge.points[1].remove(at: index)
                return challenge
            }
            var registration = handmade.registration()
            let output = small.circuit.key.inputPoints[SmallWires.outputs[0]]
            let nonces = bases.map { _ in F.random(using: &handmade.generator) }
            let honest = handmade.point(Dictionary(uniqueKeysWithValues: zip(bases, nonces)))
            let announcement = (honest + (-output)).affine
            let weak = withoutColumn(handmade.challenge(.modelColumns, registration))
            let c = weak(announcement)
            let responses = zip(bases, nonces).map { wire, nonce in
                (0..<3).reduce(nonce) { sum, column in
                    sum + c.power(UInt64(column + 1)) * (handmade.columns[column][wire] ?? 0)
                }
            }
            let power = try #require(c.power(UInt64(index + 1)).inverse())
            registration.columns[index] =
                (registration.columns[index] + output.multiplied(by: power).affine).affine
            registration.columnsProof = OpeningProof(announcement: announcement, responses: responses)
            // A true proof of the constants, about the new columns.
            let constants = small.circuit.wires.committed + bases
            registration.constantsProof = handmade.proof(
                [handmade.constants], over: constants, handmade.challenge(.modelConstants, registration))
            #expect(
                registration.columnsProof.holds(
                    for: registration.columns, over: handmade.points(bases), challenge: c),
                "the forgery is one")
            expect(.openingProofFails, "columnsProof", of: registration)
        }
    }

    /// The same for D, which must be in the challenge of its own proof.
    func expectConstantsToMatter() throws {
        let wires = small.circuit.wires
        let bases = wires.committed + wires.accumulators + [wires.mask]
        var handmade = HandmadeRegistration(small)
        var registration = handmade.registration()
        let output = small.circuit.key.inputPoints[SmallWires.outputs[0]]
        let nonces = bases.map { _ in F.random(using: &handmade.generator) }
        let honest = handmade.point(Dictionary(uniqueKeysWithValues: zip(bases, nonces)))
        let announcement = (honest + (-output)).affine
        var weak = handmade.challenge(.modelConstants, registration)
        weak.points[0] = []
        let c = weak(announcement)
        let responses = zip(bases, nonces).map { $1 + c * (handmade.constants[$0] ?? 0) }
        registration.constants =
            (registration.constants + output.multiplied(by: try #require(c.inverse())).affine).affine
        registration.constantsProof = OpeningProof(announcement: announcement, responses: responses)
        #expect(
            registration.constantsProof.holds(
                for: [registration.constants], over: handmade.points(bases), challenge: c))
        expect(.openingProofFails, "constantsProof", of: registration)
    }
}
