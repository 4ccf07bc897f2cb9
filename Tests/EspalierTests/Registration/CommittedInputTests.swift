import Espalier
import Testing

/// A private image that its owner has committed to.
@Suite struct CommittedInputTests {
    @Test(arguments: [CompileOptions.WeightVisibility.embedded, .committed])
    func aProofIsAboutTheCommittedImage(_ weights: CompileOptions.WeightVisibility) throws {
        let small = try SmallPipeline.shared.get()
        let network = try small.integerNetwork.publishingWindows()
        let circuit = try network.compiled(CompileOptions(weights: weights, input: .committed))
        let key = try circuit.developmentKey()
        let file = circuit.verifyingKeyFile(for: key.verifyingKey)
        let committed = try file.committedCircuit()
        let input = try network.input(for: small.image, named: nil)
        let mine = try file.commitment(to: small.image, label: "mine")
        let prepared = try PreparedInput(checking: mine.commitment, for: committed)
        var otherImage = small.image
        otherImage.pixels[300] ^= 0x80
        let others = try file.commitment(to: otherImage, label: "others")
        let preparedOther = try PreparedInput(checking: others.commitment, for: committed)

        let verifier: NetworkVerifier<BN254>
        let answer: NetworkProof<BN254>
        if weights == .committed {
            let opening = circuit.modelOpening()
            let registration = try register(opening, for: committed, label: "")
            verifier = try NetworkVerifier(file, registration: registration, allowingDevelopmentKey: true)
            answer = try circuit.prove(
                input, with: key, opening: opening, inputOpening: mine.opening, committedInput: prepared,
                for: verifier)
            #expect(throws: OpeningMismatch.self) {
                _ = try circuit.prove(
                    input, with: key, opening: opening, inputOpening: others.opening,
                    committedInput: preparedOther, for: verifier)
            }
        } else {
            verifier = try NetworkVerifier(file, allowingDevelopmentKey: true)
            answer = try circuit.prove(
                input, with: key, inputOpening: mine.opening, committedInput: prepared, for: verifier)
            #expect(throws: OpeningMismatch.self) {
                _ = try circuit.prove(
                    input, with: key, inputOpening: others.opening, committedInput: preparedOther,
                    for: verifier)
            }
        }
        #expect(answer.publicValues.count == 10)
        let verdict = try verifier.verify(answer, committedInput: prepared)
        #expect(verdict.reason == nil)
        #expect(try verdict.answer?.logits == network.logits(for: input))
        // The same proof, shown for somebody else's image, or for none.
        #expect(try !verifier.verify(answer, committedInput: preparedOther).isValid)
        #expect(try !verifier.verify(answer).isValid)
        #expect(throws: PrivateInputError.self) {
            _ = try verifier.verify(answer, about: small.image, committedInput: prepared)
        }
    }

    @Test func aCommitmentIsForOneCircuit() throws {
        let small = try SmallPipeline.shared.get()
        let circuit = try small.integerNetwork.compiled(CompileOptions(input: .committed))
        let (key, other) = (try circuit.developmentKey(), try circuit.developmentKey())
        let mine = try circuit.verifyingKeyFile(for: key.verifyingKey)
            .commitment(to: small.image, label: "")
        let error = #expect(throws: RegistrationError.self) {
            _ = try PreparedInput(
                checking: mine.commitment,
                for: circuit.verifyingKeyFile(for: other.verifyingKey).committedCircuit())
        }
        #expect(error?.code == .otherKey)
    }
}
