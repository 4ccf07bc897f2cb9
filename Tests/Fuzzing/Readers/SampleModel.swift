import Espalier

/// A network of four pixels, two hidden values and two classes: plain, registered, and certified on two images.
struct SampleModel<Curve: InterchangeCurve>: Sendable {
    let network: IntegerNetwork
    let dataset: Dataset
    /// Of weights in the key, and of committed ones, of a public input and of a committed one.
    let descriptions: [[UInt8]]
    let keys: [[UInt8]]
    let verifier: NetworkVerifier<Curve>
    let registration: [UInt8]
    let opening: [UInt8]
    let inputCommitment: [UInt8]
    let inputOpening: [UInt8]
    let certificate: AccuracyCertificate
    let certificateBytes: [UInt8]

    init(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        network = try Self.small(using: &generator).publishingWindows()
        let images = LabeledImages(
            width: 2, height: 2, classCount: 2, pixels: [0, 255, 17, 130, 200, 3, 99, 64], labels: [1, 0])
        dataset = Dataset(name: "fuzzing", train: images, test: images, origin: "")

        var descriptions: [[UInt8]] = []
        var keys: [[UInt8]] = []
        for options in [
            CompileOptions(), CompileOptions(weights: .private, input: .private, output: .class),
            CompileOptions(weights: .committed), CompileOptions(weights: .committed, input: .committed),
        ] {
            let circuit = try network.compiled(options, on: Curve.self)
            descriptions.append(
                CircuitDescription(circuit, circuitSHA256: String(repeating: "0", count: 64)).encoded)
            let key = try setup(circuit.circuit.system, on: Curve.self, using: &generator)
            keys.append(circuit.verifyingKeyFile(for: key.verifyingKey).encoded())
        }
        self.descriptions = descriptions
        self.keys = keys

        let circuit = try network.compiled(CompileOptions(weights: .committed), on: Curve.self)
        let key = try setup(circuit.circuit.system, on: Curve.self, using: &generator)
        let keyFile = circuit.verifyingKeyFile(for: key.verifyingKey)
        let modelOpening = circuit.modelOpening(using: &generator)
        let modelRegistration = try register(
            modelOpening, for: keyFile.committedCircuit(), label: "fuzzing", using: &generator)
        registration = modelRegistration.encoded
        opening = Self.bytes(modelOpening.encoded)
        verifier = try NetworkVerifier(
            keyFile, registration: modelRegistration, allowingDevelopmentKey: true)
        let maker = try CertificateMaker(
            circuit, key: key, verifier: verifier, on: dataset, choice: .all, count: 2)
        certificateBytes = try ScratchFile.with([]) { path in
            try maker.make(opening: modelOpening, at: path, jobs: 1)
            return try ScratchFile.bytes(of: path)
        }
        certificate = try AccuracyCertificate(decoding: certificateBytes)

        let hidden = try network.compiled(CompileOptions(input: .committed), on: Curve.self)
        let hiddenKey = try setup(hidden.circuit.system, on: Curve.self, using: &generator)
        let input = hidden.inputOpening(network.input(for: images[0]))
        inputCommitment = try commit(
            input, for: hidden.verifyingKeyFile(for: hiddenKey.verifyingKey).committedCircuit(), label: "me",
            using: &generator
        ).encoded
        inputOpening = Self.bytes(input.encoded)
    }

    private static func small(using generator: inout SeededGenerator) -> IntegerNetwork {
        func linear(_ outputs: Int, _ inputs: Int) -> IntegerLinear {
            IntegerLinear(
                outputCount: outputs, inputCount: inputs,
                weights: (0..<outputs * inputs).map { _ in .random(in: -100...100, using: &generator) },
                biases: (0..<outputs).map { _ in .random(in: -500...500, using: &generator) }, weightBits: 8,
                biasBits: 10)
        }
        return IntegerNetwork(
            inputShape: [2, 2], inputBits: 8,
            nodes: [
                .init(name: "layer 1", operation: .linear(linear(2, 4)), inputs: [.input]),
                .init(name: "relu1", operation: .rectify(shift: 7), inputs: [.node(0)]),
                .init(name: "layer2", operation: .linear(linear(2, 2)), inputs: [.node(1)]),
                .init(name: "skip", operation: .add, inputs: [.node(2), .node(0)]),
            ])
    }

    private static func bytes(_ secret: borrowing SecretBuffer<UInt8>) -> [UInt8] {
        secret.withUnsafeBufferPointer { Array($0) }
    }
}

/// The samples of both curves, each made once.
enum SampleModels {
    static let bn254 = Result { try SampleModel<BN254>(seed: 82) }
    static let bls12381 = Result { try SampleModel<BLS12381>(seed: 84) }

    /// Returns files of both curves.
    static func both(
        _ first: (SampleModel<BN254>) -> [[UInt8]], or second: (SampleModel<BLS12381>) -> [[UInt8]]
    ) throws -> [[UInt8]] {
        first(try bn254.get()) + second(try bls12381.get())
    }
}
