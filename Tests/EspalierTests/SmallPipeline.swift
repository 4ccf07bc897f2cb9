import Espalier

/// Every artifact of the way from drawn digits to a verified proof, made once, in seconds.
struct SmallPipeline {
    static let shared = Result { try SmallPipeline() }

    let directory: ScratchDirectory
    let dataset: Dataset
    let network: Network
    let integerNetwork: IntegerNetwork
    let circuit: NetworkCircuit<BN254>
    let file: CircuitFile<BN254>
    let key: ProvingKey<BN254>
    let keys: KeyFiles
    let image: ImageInput
    let proof: NetworkProof<BN254>

    init() throws {
        directory = try ScratchDirectory()
        dataset = DrawnDigits.standard(trainCount: 2000, testCount: 200)
        var options = TrainingOptions.default
        options.epochs = 12
        network = try Network.trained(on: dataset.train, hidden: [16, 12], options: options)
            .pruned(toSparsity: 0.5)
        integerNetwork = try network.quantized(calibratedOn: dataset.train).network
        circuit = try integerNetwork.compiled(CompileOptions())
        file = try CircuitFile.write(circuit, to: directory("small.r1cs"))
        key = try file.developmentKey()
        keys = try KeyFiles.write(key, of: file, to: directory("small"))
        image = try ImageInput(dataset.test, at: 3)
        proof = try circuit.prove(integerNetwork.input(for: image, named: nil), with: key)
        try network.write(to: directory("small.onnx"))
        try integerNetwork.write(to: directory("small.int.onnx"))
        try proof.write(proof: directory("proof.json"), publicValues: directory("public.json"))
        try directory.write(
            GreyImage(width: image.width, height: image.height, pixels: image.pixels).pgm(), "image.pgm")
    }

    func verifier() throws -> NetworkVerifier<BN254> {
        try NetworkVerifier<BN254>(keyFile: keys.verifyingKeyPath, allowingDevelopmentKey: true)
    }
}
