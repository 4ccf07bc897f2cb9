import ArgumentParser
import Espalier

/// `espalier model shape`: what clients may know of a hidden model.
struct ModelShapeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shape", abstract: "Write what everybody may know of a model whose weights are hidden.",
        discussion: """
            The network's graph, mask, shifts, declared bits and published windows, with 1 for every weight that \
            survives and 0 for every bias. With hidden weights its circuit is that of the network itself, so that \
            a client can see with model check --shape that a key is what its file says.

            EXAMPLE
              espalier model shape pruned.int.onnx --output pruned.shape.onnx
            """)

    @Argument(help: "An integer network (ONNX, from quantize).")
    var network: String

    @Option(name: .shortAndLong, help: "The shape's file (default: NAME.shape.onnx for NAME.int.onnx).")
    var output: String?

    @OptionGroup var speech: OutputOptions

    private struct Result: Encodable {
        let shape: String
    }

    func run() throws {
        let output = output ?? FileName.keys(of: FileName.circuit(of: network)) + ".shape.onnx"
        guard !FileTransaction.isSame(output, network) else {
            throw FileError(.mismatch(reason: "this is the network itself"), path: output)
        }
        try FileTransaction.requireWritable(output)
        try IntegerNetwork(contentsOf: network).shape().write(to: output)
        try speech.report(Result(shape: output)) { output }
    }
}
