import ArgumentParser
import Espalier

/// `espalier prove`: an input to a proof of the network's answer.
struct ProveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove", abstract: "Prove what the network answers on an image.",
        discussion: """
            Writes the proof and the public values as snarkjs does. The curve is the circuit's.

            EXAMPLES
              espalier prove pruned.int.onnx --test-image 7
              espalier prove pruned.int.onnx --circuit pruned.r1cs --key pruned.zkey --image seven.pgm
            """)

    @Argument(help: "The integer network that the circuit was compiled from.")
    var network: String

    @Option(help: "The circuit (.r1cs; default: NAME.r1cs for NAME.int.onnx).")
    var circuit: String?

    @Option(help: "The proving key (.zkey, or the name given to setup; default: the circuit's).")
    var key: String?

    @OptionGroup var image: ImageOptions

    @Option(name: .shortAndLong, help: "The proof's file.")
    var output = "proof.json"

    @Option(name: .customLong("public"), help: "The public values' file.")
    var publicOutput = "public.json"

    @OptionGroup var speech: OutputOptions

    func validate() throws {
        guard image.image != nil || image.testImage != nil else {
            throw ValidationError("name the image: --image FILE, or --test-image N")
        }
        guard output != publicOutput else {
            throw ValidationError("--output and --public are two files: one would replace the other")
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
        let circuit = circuit ?? FileName.circuit(of: network)
        try run(CurveName.forReading(circuit).curve, circuit: circuit)
    }

    private func run<Curve: InterchangeCurve>(_: Curve.Type, circuit: String) throws {
        let key = FileName.key(key ?? FileName.keys(of: circuit), suffix: ".zkey")
        for path in [output, publicOutput] { try FileTransaction.requireWritable(path) }
        let integerNetwork = try IntegerNetwork(contentsOf: network)
        let file = try CircuitFile<Curve>(contentsOf: circuit)
        guard let input = try image.load(progress: speech.progress) else { return }
        let pixels = try integerNetwork.input(for: input, named: image.name)
        let compiled = try file.recompiled(integerNetwork, from: network)
        let provingKey = try KeyFiles.provingKey(contentsOf: key, for: file)
        let clock = ContinuousClock.now
        let answer = try FileError.naming(key) { try compiled.prove(pixels, with: provingKey) }
        let seconds = clock.duration(to: .now) / .seconds(1)
        try answer.write(proof: output, publicValues: publicOutput)
        let reading = try AnswerReading(answer.publicValues, of: file.layout)
        let result = Result(
            curve: file.description.curve, proof: output, publicValues: publicOutput, class: reading.class,
            logits: reading.logits?.map(String.init), label: input.label, proveSeconds: seconds)
        try speech.report(result, next: next(key: key, isPublic: file.layout.options.input == .public)) {
            """
            class \(reading.class)\(input.label.map { ", labelled \($0)" } ?? "")\(reading.logitText), \
            proved in \(NumberText.duration(seconds: seconds))
            \(output)
            \(publicOutput)
            """
        }
    }

    private func next(key: String, isPublic: Bool) -> String {
        let verifyingKey = (key.hasSuffix(".zkey") ? String(key.dropLast(5)) : key) + ".vkey.json"
        return "espalier verify --key \(FileName.quoted(verifyingKey)) --proof \(FileName.quoted(output)) "
            + "--public \(FileName.quoted(publicOutput))\(isPublic ? image.arguments : "") --allow-development"
    }
}
