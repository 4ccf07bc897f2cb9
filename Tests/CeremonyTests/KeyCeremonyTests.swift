import Ceremony
import CircuitFormats
import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport
import Testing

@Suite struct KeyCeremonyTests {
    /// A random circuit with its powers and its key after two contributions and a beacon.
    private struct Sample<Curve: CeremonyCurve> {
        let circuit: RandomSystem<Curve.ScalarField>
        let powers: PowersOfTauFile<Curve>
        var key: ZKeyFile<Curve>

        init(seed: UInt64 = 1, constraints: Int = 20) throws {
            var generator = SeededGenerator(seed: seed)
            circuit = RandomSystem(outputs: 2, inputs: 3, constraints: constraints, using: &generator)
            powers = try PowersOfTauFile<Curve>.beginning(power: 5)
                .contributing(.system(entropy: "a"), name: "Ada").prepared()
            key = try ZKeyFile.beginning(circuit.system, powers: powers)
            for name in ["Grace", "Alan"] {
                key = try key.contributing(.system(entropy: name), name: name)
            }
            key = try key.contributing(.beacon(SnarkjsFiles<Curve>.beacon), name: "")
        }

        func verify() throws { try key.verify(circuit.system, powers: powers) }
    }

    @Test func aCeremonyGivesAKeyThatProves() throws {
        try expectProof(Sample<BN254>())
        try expectProof(Sample<BLS12381>())
    }

    private func expectProof<Curve>(_ sample: Sample<Curve>) throws {
        try sample.verify()
        let key = try ZKeyFile<Curve>(decoding: FileBytes(sample.key.encoded())).key
        #expect(!key.verifyingKey.isDevelopment)
        let proof = try prove(Witness(sample.circuit.values), of: sample.circuit.matrices, with: key)
        let verifier = try PreparedVerifyingKey(key.verifyingKey)
        #expect(verify(proof, publicInputs: sample.circuit.publicInputs, with: verifier) == .accepted)
        var wrong = sample.circuit.publicInputs
        wrong[0] += .one
        #expect(verify(proof, publicInputs: wrong, with: verifier) == .rejected(.equationFails))
    }

    @Test func theFirstKeyIsGoodForNothing() throws {
        let sample = try Self.sample.get()
        let first = try ZKeyFile.beginning(sample.circuit.system, powers: sample.powers)
        #expect(first.key.verifyingKey.isDevelopment)
        #expect(throws: KeyError(.deltaIsGamma, "delta2")) { try first.key.verifyingKey.validate() }
        #expect(throws: CeremonyFlaw.noContributions) {
            try first.verify(sample.circuit.system, powers: sample.powers)
        }
    }

    @Test func powersMustServe() throws {
        let sample = try Self.sample.get()
        var raw = sample.powers
        raw.lagrange = nil
        #expect(throws: CeremonyError.notPrepared) {
            try ZKeyFile.beginning(sample.circuit.system, powers: raw)
        }
        let small = try PowersOfTauFile<BN254>.beginning(power: 4).prepared()
        #expect(throws: CeremonyError.tooFewPowers(needed: 5, present: 4)) {
            try ZKeyFile.beginning(sample.circuit.system, powers: small)
        }
    }

    /// Long columns take another way than short ones.
    @Test func longColumns() throws {
        let count = 300
        let constraints = (0..<count).map { index in
            Constraint<BN254.ScalarField>(
                .sum(ofTerms: [.init(Wire(1), BN254.ScalarField(index - 150))]),
                LinearCombination(Wire(1)), LinearCombination(Wire(2 + index)))
        }
        let system = RankOneConstraintSystem(
            publicOutputCount: 1, publicInputCount: 0, wireCount: count + 2, constraints: constraints)
        let powers = try PowersOfTauFile<BN254>.beginning(power: 9)
            .contributing(.system(entropy: ""), name: "").prepared()
        let key = try ZKeyFile.beginning(system, powers: powers)
            .contributing(.system(entropy: ""), name: "")
        let x = BN254.ScalarField(7)
        let products = (0..<count).map { index in BN254.ScalarField(index - 150) * x * x }
        let values: [BN254.ScalarField] = [.one, x] + products
        let proof = try prove(Witness(values), of: ConstraintMatrices(system), with: key.key)
        let verifier = try PreparedVerifyingKey(key.key.verifyingKey)
        #expect(verify(proof, publicInputs: [x], with: verifier) == .accepted)
    }

    // MARK: - Attacks

    /// The maker of a development key knows τ, α and β, which no contribution changes.
    @Test func nobodyContributesToADevelopmentKey() throws {
        let circuit = try Self.sample.get().circuit
        let key = ZKeyFile(
            try setup(circuit.system, on: BN254.self), a: circuit.matrices.a, b: circuit.matrices.b,
            circuitHash: [UInt8](repeating: 0, count: 64))
        #expect(throws: CeremonyError.ownKey) {
            try key.contributing(.system(entropy: ""), name: "")
        }
    }

    @Test func beaconsAloneAreNobody() throws {
        let sample = try Self.sample.get()
        let key = try ZKeyFile.beginning(sample.circuit.system, powers: sample.powers)
            .contributing(.beacon(SnarkjsFiles<BN254>.beacon), name: "")
        #expect(throws: CeremonyFlaw.onlyBeacons) {
            try key.verify(sample.circuit.system, powers: sample.powers)
        }
    }

    /// (0, 2) is of order three: its multiple by a secret would be the secret modulo three.
    @Test func nobodyContributesToPointsOfSmallOrder() throws {
        let sample = try Sample<BLS12381>()
        let lists: [WritableKeyPath<ProvingKey<BLS12381>, PointArray<BLS12381.G1>>] = [\.c, \.h]
        for list in lists {
            var key = sample.key
            var points = Array(key.key[keyPath: list])
            points[0] = AffinePoint(uncheckedX: 0, y: 2)
            key.key[keyPath: list] = PointArray(points)
            #expect(throws: FormatError.self) {
                try key.contributing(.system(entropy: ""), name: "")
            }
        }
    }

    private static let sample = Result { try Sample<BN254>() }

    private func expectRefused(
        _ flaw: CeremonyFlaw, sourceLocation: SourceLocation = #_sourceLocation,
        _ change: (inout ZKeyFile<BN254>) throws -> Void
    ) throws {
        var sample = try Self.sample.get()
        try change(&sample.key)
        #expect(throws: flaw, sourceLocation: sourceLocation) { try sample.verify() }
    }

    @Test func aContributionIsRemoved() throws {
        try expectRefused(.otherTranscript(contribution: 2)) { $0.contributions.remove(at: 1) }
        try expectRefused(.otherTranscript(contribution: 1)) { $0.contributions.removeFirst() }
        try expectRefused(.otherDelta) { $0.contributions.removeLast() }
        try expectRefused(.noContributions) { $0.contributions = [] }
    }

    @Test func contributionsAreSwapped() throws {
        try expectRefused(.otherTranscript(contribution: 1)) { $0.contributions.swapAt(0, 1) }
    }

    @Test func aHashIsChanged() throws {
        try expectRefused(.otherTranscript(contribution: 2)) { $0.contributions[1].transcript[0] ^= 1 }
        try expectRefused(.otherTranscript(contribution: 1)) { $0.circuitHash[0] ^= 1 }
    }

    @Test func anotherCircuit() throws {
        let sample = try Self.sample.get()
        let other = try Sample<BN254>(seed: 2)
        let larger = try Sample<BN254>(seed: 1, constraints: 21)
        for circuit in [other.circuit.system, larger.circuit.system] {
            #expect(throws: CeremonyFlaw.otherCircuit) {
                try sample.key.verify(circuit, powers: sample.powers)
            }
        }
        // The same circuit, begun with other powers.
        #expect(throws: CeremonyFlaw.otherCircuit) {
            try sample.key.verify(sample.circuit.system, powers: other.powers)
        }
    }

    @Test func aBeaconIsNotWhatItSays() throws {
        let other = Beacon([1, 2, 3], iterationsExponent: 10)
        try expectRefused(.otherBeacon(contribution: 3)) { $0.contributions[2].parameters.beacon = other }
    }

    /// A factor that nobody showed: δ of the last contribution replaced by one that the attacker knows.
    @Test func deltaDoesNotFollow() throws {
        let own = BN254.G1.generator.multiplied(by: 5).affine
        try expectRefused(.doesNotFollow(.delta, contribution: 3)) { $0.contributions[2].deltaAfter = own }
        try expectRefused(.otherDelta) { $0.key.delta1 = own }
        try expectRefused(.otherDelta) {
            $0.key.verifyingKey.delta2 = BN254.G2.generator.multiplied(by: 5).affine
        }
        try expectRefused(.unknownFactor(.delta, contribution: 3)) {
            $0.contributions[2].spx = BN254.G2.generator
        }
    }

    @Test func partsAreNotThoseOfTheCircuit() throws {
        func swapped<G>(_ points: PointArray<G>) -> PointArray<G> {
            var points = Array(points)
            points.swapAt(0, 1)
            return PointArray(points)
        }
        try expectRefused(.otherPart("A")) { $0.key.a = swapped($0.key.a) }
        try expectRefused(.otherPart("IC")) { $0.key.verifyingKey.inputPoints.swapAt(1, 2) }
        try expectRefused(.otherPart("α")) { $0.key.verifyingKey.alpha1 = BN254.G1.generator }
        try expectRefused(.otherPart("β")) { $0.key.beta1 = BN254.G1.generator }
        try expectRefused(.otherPart("γ")) {
            $0.key.verifyingKey.gamma2 = BN254.G2.generator.multiplied(by: 2).affine
        }
        try expectRefused(.notDividedByDelta("C")) { $0.key.c = swapped($0.key.c) }
        try expectRefused(.notDividedByDelta("H")) { $0.key.h = swapped($0.key.h) }
    }
}
