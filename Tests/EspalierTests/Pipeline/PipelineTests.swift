import Espalier
import Testing

@Suite struct PipelineTests {
    let small: SmallPipeline

    init() throws { small = try SmallPipeline.shared.get() }

    @Test func anHonestProofSaysWhatTheNetworkAnswers() throws {
        let verdict = try small.verifier().verify(small.proof, about: small.image)
        let answer = try #require(verdict.answer)
        let input = try small.integerNetwork.input(for: small.image, named: nil)
        let logits = try small.integerNetwork.logits(for: input)
        #expect(answer.logits == logits)
        #expect(answer.class == IntegerNetwork.classification(of: logits))
        #expect(answer.input == input)
        #expect(verdict.reason == nil)
    }

    @Test func theNetworkHasLearnt() throws {
        #expect(try small.network.accuracy(on: small.dataset.test) > 0.7)
        #expect(try small.integerNetwork.accuracy(on: small.dataset.test) > 0.7)
    }

    @Test func theCircuitEqualsTheNetwork() throws {
        try small.circuit.requireEquality(to: small.integerNetwork, on: small.dataset.test)
    }

    @Test(
        arguments: [CompileOptions.WeightVisibility.embedded, .private], CompileOptions.Output.allCases)
    func everyChoiceOfWeightsAndAnswerIsProved(
        weights: CompileOptions.WeightVisibility, output: CompileOptions.Output
    ) throws {
        let directory = try ScratchDirectory()
        let options = CompileOptions(weights: weights, input: .public, output: output)
        let circuit = try small.integerNetwork.compiled(options)
        let verdict = try prove(circuit, in: directory, about: small.image)
        let input = try small.integerNetwork.input(for: small.image, named: nil)
        let logits = try small.integerNetwork.logits(for: input)
        #expect(verdict.answer?.class == IntegerNetwork.classification(of: logits))
        #expect((verdict.answer?.logits == nil) == (output == .class))
        #expect(verdict.answer?.input?.count == 784)
    }

    @Test func aPrivateInputStaysHidden() throws {
        let directory = try ScratchDirectory()
        var network = small.network
        network.inputBits = 2
        let coarse = try network.quantized(calibratedOn: small.dataset.train).network
        let circuit = try coarse.compiled(CompileOptions(input: .private, output: .class))
        let input = try coarse.input(for: small.image, named: nil)
        let verdict = try prove(circuit, coarse, in: directory, about: nil)
        #expect(
            verdict.answer?.class == IntegerNetwork.classification(of: try coarse.logits(for: input)))
        #expect(verdict.answer?.input == nil)
        #expect(throws: PrivateInputError.self) {
            try prove(circuit, coarse, in: directory, about: small.image)
        }
    }

    @Test func aCoarseInputIsComparedByItsUpperBits() throws {
        let directory = try ScratchDirectory()
        var network = small.network
        network.inputBits = 4
        let coarse = try network.quantized(calibratedOn: small.dataset.train).network
        let circuit = try coarse.compiled(CompileOptions())
        #expect(try prove(circuit, coarse, in: directory, about: small.image).isValid)
    }

    @Test func theSameSeedGivesTheSameNetwork() throws {
        var options = TrainingOptions.default
        options.epochs = 1
        let images = small.dataset.train.prefix(200)
        let networks = try [7, 7, 8].map {
            try Network.trained(on: images, hidden: [8], options: options, seed: $0)
        }
        #expect(networks[0] == networks[1])
        #expect(networks[0] != networks[2])
    }

    /// From circuit to verdict through files, as two parties would.
    private func prove(
        _ circuit: NetworkCircuit<BN254>, _ network: IntegerNetwork? = nil, in directory: ScratchDirectory,
        about image: ImageInput?
    ) throws -> NetworkVerdict {
        let network = network ?? small.integerNetwork
        let written = try CircuitFile.write(circuit, to: directory("x.r1cs"))
        let keys = try KeyFiles.write(try written.developmentKey(), of: written, to: directory("x"))
        let file = try CircuitFile<BN254>(contentsOf: directory("x.r1cs"))
        let key = try KeyFiles.provingKey(contentsOf: keys.provingKeyPath, for: file)
        let answer = try file.recompiled(network, from: "network")
            .prove(network.input(for: small.image, named: nil), with: key)
        try answer.write(proof: directory("proof.json"), publicValues: directory("public.json"))
        return try NetworkVerifier<BN254>(keyFile: keys.verifyingKeyPath, allowingDevelopmentKey: true)
            .verify(
                proofFile: directory("proof.json"), publicValues: directory("public.json"), about: image)
    }
}
