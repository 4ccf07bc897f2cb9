import Espalier

/// A network on means of 2×2 pixels, and its proof, made once, in seconds.
struct SmallBoxPipeline {
    static let shared = Result { try SmallBoxPipeline() }

    let dataset: Dataset
    let transform: InputTransform
    let network: Network
    let integerNetwork: IntegerNetwork
    let directory: ScratchDirectory
    let circuit: NetworkCircuit<BN254>
    let file: CircuitFile<BN254>
    let keys: KeyFiles
    let image: ImageInput
    let proof: NetworkProof<BN254>

    init() throws {
        dataset = DrawnDigits.standard(trainCount: 1500, testCount: 200)
        transform = try InputTransform(bits: 2, boxSide: 2, of: dataset.train)
        network = try Network.trained(
            on: dataset.train, hidden: [10], inputTransform: transform,
            options: TrainingOptions(epochs: 8, learningRate: 0.01))
        integerNetwork = try network.quantized(calibratedOn: dataset.train).network
        directory = try ScratchDirectory()
        try network.write(to: directory("boxes.onnx"))
        try integerNetwork.write(to: directory("boxes.int.onnx"))
        circuit = try integerNetwork.compiled(CompileOptions())
        file = try CircuitFile.write(circuit, to: directory("boxes.r1cs"))
        let key = try file.developmentKey()
        keys = try KeyFiles.write(key, of: file, to: directory("boxes"))
        image = try ImageInput(dataset.test, at: 3)
        proof = try circuit.prove(integerNetwork.input(for: image), with: key)
    }

    func verifier() throws -> NetworkVerifier<BN254> {
        try NetworkVerifier<BN254>(keyFile: keys.verifyingKeyPath, allowingDevelopmentKey: true)
    }
}
