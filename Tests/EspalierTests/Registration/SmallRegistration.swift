import Espalier

/// Registered models of the small network and of another one of its shape, under one key, made once.
struct SmallRegistration {
    static let shared = Result { try SmallRegistration() }

    let directory: ScratchDirectory
    let network: IntegerNetwork
    /// The same architecture, mask and windows, other weights.
    let otherNetwork: IntegerNetwork
    let circuit: NetworkCircuit<BN254>
    let otherCircuit: NetworkCircuit<BN254>
    let key: ProvingKey<BN254>
    let file: VerifyingKeyFile<BN254>
    let committed: CommittedCircuit<BN254>
    let registration: ModelRegistration<BN254>
    let otherRegistration: ModelRegistration<BN254>
    let verifier: NetworkVerifier<BN254>
    let image: ImageInput
    let input: [Int]
    let answer: NetworkProof<BN254>

    init() throws {
        let small = try SmallPipeline.shared.get()
        directory = try ScratchDirectory()
        network = try small.integerNetwork.publishingWindows()
        otherNetwork = Self.nearer(network)
        let options = CompileOptions(weights: .committed)
        circuit = try network.compiled(options)
        otherCircuit = try otherNetwork.compiled(options)
        key = try circuit.developmentKey()
        file = circuit.verifyingKeyFile(for: key.verifyingKey)
        committed = try file.committedCircuit()
        let opening = circuit.modelOpening()
        registration = try register(opening, for: committed, label: "small")
        let otherOpening = otherCircuit.modelOpening()
        otherRegistration = try register(otherOpening, for: committed, label: "other")
        verifier = try NetworkVerifier(file, registration: registration, allowingDevelopmentKey: true)
        image = small.image
        input = try network.input(for: image, named: nil)
        answer = try circuit.prove(input, with: key, opening: opening, for: verifier)
        try ModelFiles.write(registration, opening: opening, to: directory("small"))
        try ModelFiles.write(otherRegistration, opening: otherOpening, to: directory("other"))
    }

    func opening(_ name: String = "small") throws -> ModelOpening<BN254.ScalarField> {
        try ModelFiles.opening(contentsOf: directory(name + ".opening"), on: BN254.self)
    }

    /// Every weight of more than 1 one nearer to 0: no weight is lost, and no sum leaves its window.
    private static func nearer(_ network: IntegerNetwork) -> IntegerNetwork {
        var network = network
        for index in network.nodes.indices {
            guard case .linear(let layer) = network.nodes[index].operation else { continue }
            network.nodes[index].operation = .linear(
                IntegerLinear(
                    outputCount: layer.outputCount, inputCount: layer.inputCount,
                    weights: layer.weights.map { abs($0) > 1 ? $0 - $0.signum() : $0 },
                    biases: layer.biases.map { $0 / 2 }, weightBits: layer.weightBits,
                    biasBits: layer.biasBits, windows: layer.windows))
        }
        return network
    }
}
