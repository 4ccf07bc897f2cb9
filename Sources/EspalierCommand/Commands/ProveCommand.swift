import ArgumentParser
import Espalier

/// `espalier prove`: an input to a proof of the network's answer.
struct ProveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove", abstract: "Prove what the network answers on an image.",
        discussion: """
            Writes the proof and the public values as snarkjs does. The curve is the circuit's. Where weights are \
            committed, the opening of the model's registration is needed, and where the image is committed, the \
            opening of its commitment; the proof is checked as a client will check it before it is written.

            With --zkey and --witness no network is needed: any circuit's proving key and witness will do, those of \
            circom and snarkjs for example. The key is used as it lies in its file, and the proof is verified before \
            it is written.

            EXAMPLES
              espalier prove pruned.int.onnx --test-image 7
              espalier prove pruned.int.onnx --circuit pruned.r1cs --key pruned.zkey --image seven.pgm
              espalier prove --zkey circom.zkey --witness witness.wtns
              espalier prove pruned.int.onnx --opening pruned.opening --model pruned.registration --test-image 7
            """)

    @Argument(help: "The integer network that the circuit was compiled from.")
    var network: String?

    @Option(help: "The circuit (.r1cs; default: NAME.r1cs for NAME.int.onnx).")
    var circuit: String?

    @Option(help: "The proving key (.zkey, or the name given to setup; default: the circuit's).")
    var key: String?

    @OptionGroup var image: ImageOptions

    @OptionGroup var commitments: CommitmentOptions

    @Option(
        help: "The opening of the model's registration (.opening; default: the circuit's name).")
    var opening: String?

    @Option(
        name: .customLong("input-opening"), help: "The opening of the input's commitment (.input).")
    var inputOpening: String?

    @Option(help: "Of any circuit: the proving key (.zkey, of Espalier, snarkjs or any other tool).")
    var zkey: String?

    @Option(help: "With --zkey: the witness (.wtns).")
    var witness: String?

    @Option(name: .shortAndLong, help: "The proof's file.")
    var output = "proof.json"

    @Option(name: .customLong("public"), help: "The public values' file.")
    var publicOutput = "public.json"

    @OptionGroup var speech: OutputOptions

    func validate() throws {
        guard (zkey == nil) == (witness == nil) else {
            throw ValidationError("--zkey and --witness go together")
        }
        if zkey != nil {
            guard network == nil, circuit == nil, key == nil, image.name == nil, opening == nil,
                inputOpening == nil, commitments.model == nil, commitments.inputCommitment == nil
            else {
                throw ValidationError(
                    "--zkey and --witness stand for themselves: no network, circuit, image or opening goes with them"
                )
            }
        } else {
            guard network != nil else {
                throw ValidationError("name the network, or --zkey and --witness")
            }
            guard image.name != nil else {
                throw ValidationError("name the image: --image FILE, or --test-image N")
            }
        }
        guard !FileTransaction.isSame(output, publicOutput) else {
            throw ValidationError("--output and --public are two files: one would replace the other")
        }
        guard (inputOpening == nil) == (commitments.inputCommitment == nil) else {
            throw ValidationError("--input-opening and --input-commitment go together")
        }
    }

    private struct Result: Encodable {
        let curve: CurveName
        let proof: String
        let publicValues: String
        let `class`: Int
        let logits: [String]?
        let label: Int?
        let proveSeconds: Double
    }

    func run() throws {
        if let zkey, let witness {
            try run(CurveName.forReading(zkey).curve, zkey: zkey, witness: witness)
        } else if let network {
            let circuit = circuit ?? FileName.circuit(of: network)
            try run(CurveName.forReading(circuit).curve, network, circuit: circuit)
        }
    }

    private func run<Curve: InterchangeCurve>(
        _: Curve.Type, _ network: String, circuit: String
    ) throws {
        let key = FileName.key(key ?? FileName.keys(of: circuit), suffix: ".zkey")
        for path in [output, publicOutput] { try FileTransaction.requireWritable(path) }
        let integerNetwork = try IntegerNetwork(contentsOf: network)
        let file = try CircuitFile<Curve>(contentsOf: circuit)
        guard let input = try image.load(progress: speech.progress) else { return }
        let pixels = try integerNetwork.input(for: input, named: image.name)
        let compiled = try file.recompiled(integerNetwork, from: network)
        let provingKey = try KeyFiles.provingKey(contentsOf: key, for: file)
        let clock = ContinuousClock.now
        let answer = try prove(pixels, with: provingKey, of: compiled, circuit: circuit, key: key)
        let seconds = clock.duration(to: .now) / .seconds(1)
        try answer.write(proof: output, publicValues: publicOutput)
        let reading = try AnswerReading(answer.publicValues, of: file.layout)
        let result = Result(
            curve: file.description.curve, proof: output, publicValues: publicOutput, class: reading.class,
            logits: reading.logits?.map(String.init), label: input.label, proveSeconds: seconds)
        try speech.report(result, next: next(circuit: circuit, key: key, file.layout.options)) {
            """
            class \(reading.class)\(input.label.map { ", labelled \($0)" } ?? "")\(reading.logitText), \
            proved in \(NumberText.duration(seconds: seconds))
            \(output)
            \(publicOutput)
            """
        }
    }

    /// Proves, with whatever openings the circuit takes.
    private func prove<Curve: InterchangeCurve>(
        _ input: [Int], with key: ProvingKey<Curve>, of circuit: NetworkCircuit<Curve>, circuit path: String,
        key keyPath: String
    ) throws -> NetworkProof<Curve> {
        let options = circuit.options
        guard options.input == .committed || inputOpening == nil else {
            throw FileError(.mismatch(reason: "its input is \(options.input), not committed"), path: path)
        }
        guard options.input != .committed || inputOpening != nil else { throw OpeningMissing(of: .input) }
        guard options.hidesInstanceWires else {
            return try FileError.naming(keyPath) { try circuit.prove(input, with: key) }
        }
        let file = circuit.verifyingKeyFile(for: key.verifyingKey)
        let verifier: NetworkVerifier<Curve>
        if options.weights == .committed {
            let registration = try ModelFiles.registration(
                contentsOf: registrationPath(beside: path), on: Curve.self)
            verifier = try NetworkVerifier(
                file, from: keyPath, registration: registration, allowingDevelopmentKey: true)
        } else {
            verifier = try NetworkVerifier(file, from: keyPath, allowingDevelopmentKey: true)
        }
        switch (options.weights == .committed, inputOpening) {
        case (true, nil):
            let opening = try ModelFiles.opening(contentsOf: openingPath(beside: path), on: Curve.self)
            return try circuit.prove(input, with: key, opening: opening, for: verifier)
        case (let isCommitted, let inputOpening?):
            let inputOpening = try InputFiles.opening(
                contentsOf: FileName.key(inputOpening, suffix: InputFiles.openingSuffix), on: Curve.self)
            guard let committedInput = try commitments.input(for: file) else {
                throw OpeningMissing(of: .input)
            }
            guard isCommitted else {
                return try circuit.prove(
                    input, with: key, inputOpening: inputOpening, committedInput: committedInput,
                    for: verifier)
            }
            let opening = try ModelFiles.opening(contentsOf: openingPath(beside: path), on: Curve.self)
            return try circuit.prove(
                input, with: key, opening: opening, inputOpening: inputOpening,
                committedInput: committedInput, for: verifier)
        case (false, nil): throw OpeningMissing(of: .input)
        }
    }

    private func registrationPath(beside circuit: String) throws -> String {
        let suffix = ModelFiles.registrationSuffix
        return try existing(commitments.model, suffix, beside: circuit)
    }

    private func openingPath(beside circuit: String) throws -> String {
        try existing(opening, ModelFiles.openingSuffix, beside: circuit)
    }

    /// The named file, or the one of the circuit's name if it is there.
    private func existing(_ name: String?, _ suffix: String, beside circuit: String) throws -> String {
        if let name { return FileName.key(name, suffix: suffix) }
        let path = FileName.keys(of: circuit) + suffix
        guard (try? ArtifactFile.size(of: path)) != nil else { throw OpeningMissing(of: .model) }
        return path
    }

    private func next(circuit: String, key: String, _ options: CompileOptions) -> String {
        let verifyingKey = (key.hasSuffix(".zkey") ? String(key.dropLast(5)) : key) + ".vkey.json"
        var command =
            "espalier verify --key \(FileName.quoted(verifyingKey)) --proof \(FileName.quoted(output)) "
            + "--public \(FileName.quoted(publicOutput))\(options.input == .public ? image.arguments : "")"
        if options.weights == .committed, let model = try? registrationPath(beside: circuit) {
            command += " --model \(FileName.quoted(model))"
        }
        if let commitment = commitments.inputCommitment {
            command += " --input-commitment \(FileName.quoted(commitment))"
        }
        return command + " --allow-development"
    }
}

/// A circuit with hidden wires needs an opening, and none was named.
struct OpeningMissing: CommandError {
    enum Part {
        case model, input
    }

    let exitCode: Int32 = 1
    let part: Part

    init(of part: Part) { self.part = part }

    var description: String {
        switch part {
        case .model:
            "the circuit's weights are committed: name the model's registration and its opening with --model and "
                + "--opening (model register makes them)"
        case .input:
            "the circuit's input is committed: name the image's commitment and its opening with "
                + "--input-commitment and --input-opening (input commit makes them)"
        }
    }
}
