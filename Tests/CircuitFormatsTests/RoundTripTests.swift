import CircuitFormats
import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport
import Testing

@Suite struct RoundTripTests {
    @Test(arguments: [(0, 0, 0), (0, 0, 1), (1, 0, 3), (2, 3, 20)])
    func constraintSystems(outputs: Int, inputs: Int, constraints: Int) throws {
        try expectRoundTrip(BN254.ScalarField.self, outputs, inputs, constraints)
        try expectRoundTrip(BLS12381.ScalarField.self, outputs, inputs, constraints)
    }

    private func expectRoundTrip<Scalar: PrimeField>(
        _ field: Scalar.Type, _ outputs: Int, _ inputs: Int, _ constraints: Int
    ) throws {
        var generator = SeededGenerator(seed: UInt64(constraints))
        let sample = RandomSystem<Scalar>(
            outputs: outputs, inputs: inputs, constraints: constraints, using: &generator)
        var file = R1CSFile(sample.system, privateInputCount: constraints > outputs ? 1 : 0)
        file.labels = file.labels.map { $0 * 3 }
        file.labelCount *= 3
        #expect(try R1CSFile<Scalar>(decoding: file.encoded()) == file)
    }

    @Test func termsInAnyOrderMeanTheSame() throws {
        let terms: [LinearCombination<F>.Term] = [.init(Wire(2), 5), .init(Wire(1), 7), .init(Wire(2), -5)]
        let unordered = RankOneConstraintSystem<F>(
            publicOutputCount: 0, publicInputCount: 1, wireCount: 3,
            constraints: [
                Constraint(LinearCombination(uncheckedTerms: terms), LinearCombination(), LinearCombination())
            ])
        let file = try R1CSFile<F>(decoding: R1CSFile(unordered).encoded())
        #expect(file.system.constraints[0].a.terms == [.init(Wire(1), 7)])
    }

    @Test func witnesses() throws {
        try expectWitness(SampleFiles<BN254>())
        try expectWitness(SampleFiles<BLS12381>())
    }

    private func expectWitness<Curve>(_ files: SampleFiles<Curve>) throws {
        let witness: Witness<Curve.ScalarField> = try WitnessFile.decode(files.wtns)
        #expect(witness.values() == files.sample.values)
    }

    @Test(arguments: [(0, 0, 0), (0, 0, 1), (0, 2, 1), (1, 1, 2), (3, 2, 30)])
    func provingKeys(outputs: Int, inputs: Int, constraints: Int) throws {
        try expectProvingKey(SampleFiles<BN254>(outputs: outputs, inputs: inputs, constraints: constraints))
        try expectProvingKey(
            SampleFiles<BLS12381>(outputs: outputs, inputs: inputs, constraints: constraints))
    }

    private func expectProvingKey<Curve>(_ files: SampleFiles<Curve>) throws {
        for validation in [PointValidation.subgroup, .curve] {
            let file = try ZKeyFile<Curve>(decoding: files.zkey, validation: validation)
            #expect(file.key == files.key)
            #expect(file.circuitHash == files.hash && file.contributions.isEmpty)
            #expect(file.encoded() == files.zkey)
            // The file alone is enough for a proof.
            var generator = SystemRandomNumberGenerator()
            let (a, b) = try file.matrices()
            let proof = try uncheckedProve(
                Witness(files.sample.values), a: a, b: b, with: file.key, using: &generator)
            let verifier = try PreparedVerifyingKey(file.key.verifyingKey, allowingDevelopmentKey: true)
            #expect(verify(proof, publicInputs: files.sample.publicInputs, with: verifier) == .accepted)
        }
    }

    @Test func contributions() throws {
        try expectContributions(SampleFiles<BN254>())
        try expectContributions(SampleFiles<BLS12381>())
    }

    private func expectContributions<Curve>(_ files: SampleFiles<Curve>) throws {
        var key = files.key
        key.verifyingKey.isDevelopment = false
        let contribution = ZKeyContribution<Curve>(
            deltaAfter: key.delta1, s: Curve.G1.generator, sx: key.beta1, spx: key.verifyingKey.beta2,
            transcript: files.hash, kind: .participant, parameters: ContributionParameters(name: "abc"))
        let file = ZKeyFile(
            key, a: files.sample.matrices.a, b: files.sample.matrices.b, circuitHash: files.hash,
            contributions: [contribution])
        let again = try ZKeyFile<Curve>(decoding: file.encoded())
        #expect(again.contributions == [contribution])
        #expect(!again.key.verifyingKey.isDevelopment)

        var wrong = file
        wrong.contributions[0].deltaAfter = key.beta1
        let bytes = wrong.encoded()
        #expect(
            formatError { () throws(FormatError) in _ = try ZKeyFile<Curve>(decoding: bytes) }
                == FormatError(.inconsistent, "zkey.contributions.delta"))
    }

    @Test func proofsAndPublicInputs() throws {
        try expectProof(SampleFiles<BN254>())
        try expectProof(SampleFiles<BLS12381>())
    }

    private func expectProof<Curve>(_ files: SampleFiles<Curve>) throws {
        #expect(try ProofFile.decode(files.proofJSON, on: Curve.self) == files.proof)
        #expect(try PublicInputsFile.decode(files.publicJSON) == files.sample.publicInputs)
        #expect(
            try PublicInputsFile.decode(PublicInputsFile.encode([Curve.ScalarField]())) as [Curve.ScalarField]
                == [])
        let infinite = Proof<Curve>(a: .infinity, b: .infinity, c: .infinity)
        #expect(try ProofFile.decode(ProofFile.encode(infinite)) == infinite)
    }

    @Test func verifyingKeys() throws {
        try expectVerifyingKey(SampleFiles<BN254>(outputs: 1, inputs: 3))
        try expectVerifyingKey(SampleFiles<BLS12381>(outputs: 1, inputs: 3))
    }

    private func expectVerifyingKey<Curve>(_ files: SampleFiles<Curve>) throws {
        let wide = Int128(1) << 100
        var file = VerifyingKeyFile(
            files.key.verifyingKey,
            ranges: PublicInputRanges([.init(count: 1, range: -wide...wide), .init(count: 3, range: 0...255)]
            ),
            annotations: ["model": "a \"quoted\" name"])
        #expect(try VerifyingKeyFile<Curve>(decoding: file.encoded()) == file)
        file.ranges = nil
        file.annotations = [:]
        file.key.isDevelopment = false
        let again = try VerifyingKeyFile<Curve>(decoding: file.encoded())
        #expect(again == file)
        #expect(throws: Never.self) { _ = try again.prepared() }
    }

    @Test func writingIsDeterministic() throws {
        let files = try SampleFiles<BN254>()
        #expect(files.r1cs == files.r1cs && files.zkey == files.zkey)
        #expect(files.verifyingKeyFile.encoded() == files.verifyingKeyFile.encoded())
    }
}
