import ArgumentParser
import Espalier

/// `espalier prove`: an input to a proof of the network's answer.
struct ProveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove", abstract: "Prove what the network answers on an image.",
        discussion: """
            Writes the proof and the public values as snarkjs does.

            EXAMPLES
              espalier prove pruned.int.onnx --circuit pruned.r1cs --key pruned.zkey --test-image 7
              espalier prove pruned.int.onnx --circuit pruned.r1cs --key pruned.zkey --image seven.pgm
            """)

    @Argument(help: "The integer network that the circuit was compiled from.")
    var network: String

    @Option(help: "The circuit (.r1cs).")
    var circuit: String

    @Option(help: "The proving key (.zkey).")
    var key: String

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
    }

    private struct Result: Encodable {
        let proof: String
        let publicValues: String
        let `class`: Int
        let logits: [String]?
        let label: Int?
        let proveSeconds: Double
    }

    func run() throws {
        guard let input = try image.load(progress: speech.progress) else { return }
        let integerNetwork = try IntegerNetwork(contentsOf: network)
        let file = try CircuitFile(contentsOf: circuit)
        let compiled = try file.recompiled(integerNetwork, from: network)
        let provingKey = try KeyFiles.provingKey(contentsOf: key, for: file)
        let pixels = try integerNetwork.input(for: input, named: image.image)
        let clock = ContinuousClock.now
        let answer = try compiled.prove(pixels, with: provingKey)
        let seconds = clock.duration(to: .now) / .seconds(1)
        try answer.write(proof: output, publicValues: publicOutput)
        let reading = try AnswerReading(answer.publicValues, of: file.layout)
        let result = Result(
            proof: output, publicValues: publicOutput, class: reading.class,
            logits: reading.logits?.map(String.init), label: input.label, proveSeconds: seconds)
        try speech.report(result) {
            """
            class \(reading.class)\(input.label.map { ", labelled \($0)" } ?? "")\(reading.logitText), \
            proved in \(NumberText.duration(seconds: seconds))
            \(output)
            \(publicOutput)
            """
        }
    }
}
