import ConstraintSystem
import EspalierVerifier
import TestSupport
import Testing

/// What an app on a phone does with bytes that it gets.
@Suite struct StatementVerifierTests {
    /// A random circuit's key, proof and public values, as their files.
    private struct Statement<Curve: InterchangeCurve> {
        let key: ProvingKey<Curve>
        let proof: Proof<Curve>
        let publicValues: [Curve.ScalarField]

        init() throws {
            var generator = SeededGenerator(seed: 90)
            let sample = RandomSystem<Curve.ScalarField>(
                outputs: 2, inputs: 1, constraints: 8, using: &generator)
            key = try setup(sample.system, on: Curve.self, using: &generator)
            proof = try prove(Witness(sample.values), of: sample.matrices, with: key, using: &generator)
            publicValues = sample.publicInputs
        }

        var keyJSON: [UInt8] { VerifyingKeyFile(key.verifyingKey).encoded() }
        var publicJSON: [UInt8] { PublicInputsFile.encode(publicValues) }

        /// The proof in each form that an app may get.
        var proofForms: [[UInt8]] {
            [ProofFile.encode(proof)] + PointEncoding.allCases.map { ProofFile.encode(proof, as: $0) }
        }
    }

    @Test func acceptsProofsInEveryForm() throws {
        try expectAcceptance(Statement<BN254>())
        try expectAcceptance(Statement<BLS12381>())
    }

    private func expectAcceptance<Curve>(_ statement: Statement<Curve>) throws {
        let verifier = try StatementVerifier<Curve>(key: statement.keyJSON, allowingDevelopmentKey: true)
        var other = statement.publicValues
        other[0] += 1
        for proof in statement.proofForms {
            #expect(try verifier.verify(proof: proof, publicValues: statement.publicJSON) == .accepted)
            #expect(
                try verifier.verify(proof: proof, publicValues: PublicInputsFile.encode(other))
                    == .rejected(.equationFails))
            #expect(
                try verifier.verify(
                    proof: proof, publicValues: PublicInputsFile.encode(Array(other.dropLast())))
                    == .rejected(.wrongInputCount(expected: 3, actual: 2)))
        }
        #expect(verifier.registration == nil && verifier.answer(in: statement.publicValues) == nil)
    }

    @Test func refusesDevelopmentKeysUnlessTold() throws {
        let statement = try Statement<BN254>()
        #expect(throws: VerifierError.key(KeyError(.developmentKey, ""))) {
            _ = try StatementVerifier<BN254>(key: statement.keyJSON)
        }
        var key = statement.key.verifyingKey
        key.isDevelopment = false
        let ceremony = VerifyingKeyFile(key).encoded()
        #expect(throws: Never.self) { _ = try StatementVerifier<BN254>(key: ceremony) }
    }

    @Test func refusesKeysThatAnybodyCanForgeWith() throws {
        func error(_ change: (inout VerifyingKey<BN254>) -> Void) throws -> VerifierError? {
            var key = try Statement<BN254>().key.verifyingKey
            change(&key)
            let bytes = VerifyingKeyFile(key).encoded()
            do throws(VerifierError) {
                _ = try StatementVerifier<BN254>(key: bytes, allowingDevelopmentKey: true)
                return nil
            } catch { return error }
        }
        #expect(try error { _ in } == nil)
        #expect(try error { $0.delta2 = $0.gamma2 } == .key(KeyError(.deltaIsGamma, "delta2")))
        #expect(try error { $0.delta2 = -$0.gamma2 } == .key(KeyError(.deltaIsGamma, "delta2")))
        #expect(try error { $0.beta2 = $0.delta2 } == .key(KeyError(.repeatedPoint, "beta2")))
        #expect(try error { $0.alpha1 = .infinity } == .key(KeyError(.infinity, "alpha1")))
        #expect(try error { $0.inputPoints[2] = .infinity } == .key(KeyError(.infinity, "inputPoints[2]")))
        #expect(
            try error { $0.inputPoints[2] = -$0.inputPoints[1] }
                == .key(KeyError(.repeatedPoint, "inputPoints[2]")))
    }

    @Test func saysWhatBytesAreNot() throws {
        let statement = try Statement<BN254>()
        let verifier = try StatementVerifier<BN254>(key: statement.keyJSON, allowingDevelopmentKey: true)
        #expect(throws: VerifierError.format(FormatError(.malformedJSON, "vk"))) {
            _ = try StatementVerifier<BN254>(key: [1, 2, 3])
        }
        #expect(throws: VerifierError.format(FormatError(.wrongField, "vk.curve"))) {
            _ = try StatementVerifier<BLS12381>(key: statement.keyJSON)
        }
        #expect(throws: VerifierError.format(FormatError(.malformedJSON, "proof"))) {
            _ = try verifier.verify(proof: [7], publicValues: statement.publicJSON)
        }
        #expect(throws: VerifierError.format(FormatError(.notCanonical, "proof.a"))) {
            _ = try verifier.verify(
                proof: [UInt8](repeating: 0xbf, count: 128), publicValues: statement.publicJSON)
        }
        #expect(throws: VerifierError.format(FormatError(.notCanonical, "public[0]"))) {
            _ = try verifier.verify(proof: statement.proofForms[0], publicValues: Array("[\"01\"]".utf8))
        }
    }

    @Test func checksTheRangesThatTheKeyDeclares() throws {
        let statement = try Statement<BN254>()
        var file = VerifyingKeyFile(statement.key.verifyingKey)
        file.ranges = PublicInputRanges([.init(count: 3, range: 0...255)])
        let verifier = try StatementVerifier<BN254>(key: file.encoded(), allowingDevelopmentKey: true)
        #expect(
            try verifier.verify(proof: statement.proofForms[0], publicValues: statement.publicJSON)
                == .rejected(.inputOutOfRange(index: 0)))
    }

    @Test func readsTheAnswerOfANetwork() throws {
        let key = try Statement<BN254>().key.verifyingKey
        func answer(_ values: [BN254.ScalarField], _ annotations: [String: String]) throws -> NetworkAnswer? {
            let file = VerifyingKeyFile(key, annotations: annotations)
            return try StatementVerifier(file, allowingDevelopmentKey: true).answer(in: values)
        }
        let logits = ["answer": "logits", "classes": "3"]
        let tie = try answer([-4, 9, 9, 1, 255], logits)
        #expect(tie == NetworkAnswer(class: 1, logits: [-4, 9, 9], input: [1, 255]))
        #expect(
            try answer([2, 7], ["answer": "class", "classes": "3"])
                == NetworkAnswer(class: 2, logits: nil, input: [7]))
        #expect(try answer([1, 2], logits) == nil)
        #expect(try answer([1, 2, 3], [:]) == nil)
        #expect(try answer([1, 2, 3], ["answer": "logits", "classes": "-1"]) == nil)
        #expect(try answer([-1], ["answer": "class"]) == nil)
        let half = try #require(BN254.ScalarField(2).inverse())
        #expect(try answer([half, 2, 3], logits) == nil)
    }

    @Test func registrationsBelongToKeysWithHiddenWires() throws {
        let statement = try Statement<BN254>()
        #expect(throws: VerifierError.registration(RegistrationError(.malformed, "tag"))) {
            _ = try StatementVerifier<BN254>(
                key: statement.keyJSON, registration: [1, 2, 3], allowingDevelopmentKey: true)
        }
        let wires = try HiddenWires(
            instanceCount: 3, outputCount: 1, accumulators: [2], committed: [], inputs: [], mask: 3)
        var file = VerifyingKeyFile(statement.key.verifyingKey, hidden: wires)
        #expect(throws: VerifierError.circuitUnknown) {
            _ = try StatementVerifier(file, allowingDevelopmentKey: true)
        }
        file.annotations["circuitSHA256"] = String(repeating: "0", count: 64)
        #expect(throws: VerifierError.modelMissing) {
            _ = try StatementVerifier(file, allowingDevelopmentKey: true)
        }
    }
}
