import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport
import Testing

@Suite("Registered models") struct RegistrationTests {
    @Test func honestProofsAreAccepted() throws {
        try expectAcceptance(BN254.self)
        try expectAcceptance(BLS12381.self)
    }

    private func expectAcceptance<Curve: PairingCurve>(_ curve: Curve.Type) throws {
        let small = try SmallCommittedCircuit<Curve>()
        let opening = small.opening()
        let registration = try register(opening, for: small.circuit, label: "Alice")
        let prepared = try small.prepared(registration)
        for x in [[9, 15, 4], [0, 0, 0], [15, 15, 15]] {
            #expect(verify(try small.claim(opening, x: x), with: prepared) == .accepted)
        }
        // Once checked, the fingerprint is enough.
        let pinned = try PreparedRegistration(
            registration, pinned: #require(prepared.fingerprint), for: small.circuit,
            allowingDevelopmentKey: true)
        #expect(verify(try small.claim(opening), with: pinned) == .accepted)
        #expect(throws: RegistrationError(.key(.developmentKey), "")) {
            _ = try PreparedRegistration(checking: registration, for: small.circuit)
        }
    }

    @Test func twoModelsUnderOneKey() throws {
        try expectTwoModels(BN254.self)
        try expectTwoModels(BLS12381.self)
    }

    private func expectTwoModels<Curve: PairingCurve>(_ curve: Curve.Type) throws {
        let small = try SmallCommittedCircuit<Curve>()
        let first = small.opening(seed: 3)
        let second = small.opening(of: .other, seed: 4)
        let registrations = [
            try register(first, for: small.circuit, label: "Alice"),
            try register(second, for: small.circuit, label: "Bob"),
        ]
        #expect(!registrations[0].sharesPoint(with: registrations[1]))
        #expect(registrations[0].keyHash == registrations[1].keyHash)
        let prepared = try registrations.map { try small.prepared($0) }
        let claims = [try small.claim(first), try small.claim(of: .other, second)]
        for model in 0..<2 {
            for claim in 0..<2 {
                #expect(
                    verify(claims[claim], with: prepared[model])
                        == (claim == model ? .accepted : .rejected(.equationFails)))
            }
        }
    }

    @Test func handmadeRegistrationsAreAccepted() throws {
        try expectHandmade(BN254.self)
        try expectHandmade(BLS12381.self)
    }

    private func expectHandmade<Curve: PairingCurve>(_ curve: Curve.Type) throws {
        let small = try SmallCommittedCircuit<Curve>()
        var handmade = HandmadeRegistration(small)
        try handmade.registration().check(against: small.circuit)
    }

    @Test func valuesAreThoseOfTheLayer() throws {
        let small = try SmallCommittedCircuit<BN254>()
        let opening = small.opening()
        let z = opening.accumulatorValues(for: [9, 15, 4])
        #expect(z[0] == 5 + 27 && z[1] == F(-4 - 18 + 105))
        // X = D + Σ x_i Col_i is the sum over the hidden wires that a witness has.
        let x: [F] = [9, 15, 4]
        var witness = Witness<F>([F](repeating: 0, count: 10))
        opening.assign(to: &witness, for: x, small.circuit.wires)
        let registration = try register(opening, for: small.circuit, label: "")
        let sum = multiScalarMultiply([registration.constants] + registration.columns, [1] + x)
        let hidden = (4...8).map { witness[Wire($0)] }
        #expect(sum == multiScalarMultiply(Array(small.circuit.key.inputPoints[4...8]), hidden))
    }

    @Test func batches() throws {
        let small = try SmallCommittedCircuit<BN254>()
        let opening = small.opening()
        let prepared = try small.prepared(try register(opening, for: small.circuit, label: "Alice"))
        var claims = try [[9, 15, 4], [1, 0, 2], [3, 3, 3]].map { try small.claim(opening, x: $0) }
        #expect(verifyBatch(claims, with: prepared) == .accepted)
        #expect(verifyBatch([], with: prepared) == .accepted)
        claims[1].input[0] += 1
        #expect(verifyBatch(claims, with: prepared) == .rejected(.equationFails))
        claims[1].input[0] = 16
        #expect(verifyBatch(claims, with: prepared) == .rejected(.modelInputOutOfRange(index: 0)))
    }

    /// Another verifier of Groth16 needs nothing but the key with the model in it.
    @Test func theModelFitsIntoAnOrdinaryKey() throws {
        let small = try SmallCommittedCircuit<BN254>()
        let opening = small.opening()
        let registration = try register(opening, for: small.circuit, label: "Alice")
        #expect(try small.credulousVerdict(small.claim(opening), registration) == .accepted)
        let key = small.circuit.uncheckedKey(with: registration)
        #expect(key.publicCount == 3 + 3)
    }

    @Test func modelsWithoutPublicInput() throws {
        let small = try SmallCommittedCircuit<BN254>()
        let circuit = try CommittedCircuit(
            key: small.circuit.key, wires: small.circuit.wires, circuitHash: small.circuit.circuitHash,
            inputRanges: PublicInputRanges())
        var generator = SeededGenerator(seed: 5)
        let opening = ModelOpening<F>(
            columns: [], biases: [2, 3], committed: [4, 5], using: &generator)
        let registration = try register(opening, for: circuit, label: "no columns")
        let prepared = try PreparedRegistration(
            checking: registration, for: circuit, allowingDevelopmentKey: true)
        var witness = Witness<F>([1, 8, 36, 1, 0, 0, 0, 0, 0, 6])
        opening.assign(to: &witness, for: [], circuit.wires)
        let proof = try prove(witness, of: small.matrices, with: small.provingKey)
        #expect(verify(RegisteredClaim(proof, knownValues: [8, 36, 1]), with: prepared) == .accepted)
        #expect(
            verify(RegisteredClaim(proof, knownValues: [8, 36, 2]), with: prepared)
                == .rejected(.equationFails))
    }

    @Test func registrationsOfOneModelShowNothingInCommon() throws {
        let small = try SmallCommittedCircuit<BN254>()
        let first = try register(small.opening(seed: 8), for: small.circuit, label: "Alice")
        let second = try register(small.opening(seed: 9), for: small.circuit, label: "Alice")
        #expect(!first.sharesPoint(with: second) && first.fingerprint != second.fingerprint)
    }
}
