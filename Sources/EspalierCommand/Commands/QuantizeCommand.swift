import ArgumentParser
import Espalier

/// `espalier quantize`: a float network to exact integers.
struct QuantizeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quantize", abstract: "Turn a float network into exact integer arithmetic.",
        discussion: """
            The result is an ONNX file of integer operators: other runtimes compute the same numbers. It is \
            what a circuit proves, bit for bit.

            EXAMPLE
              espalier quantize pruned.onnx --weight-bits 8 --output pruned.int.onnx
            """)

    @Argument(help: "A float network (ONNX).")
    var network: String

    @Option(name: .customLong("weight-bits"), help: "Bits of a weight with its sign, 2 … 24.")
    var weightBits = 8

    @Option(name: .customLong("input-bits"), help: "Bits of a pixel, 1 … 8: its upper ones are kept.")
    var inputBits = 8

    @Option(
        name: .customLong("activation-bits"),
        help: "Bits that (nearly) every activation fits after its shift, 1 … 32, or 0 for no shifts.")
    var activationBits = 8

    @OptionGroup var data: DatasetOptions

    @Option(name: .shortAndLong, help: "The integer network's file (default: NAME.int.onnx for NAME.onnx).")
    var output: String?

    @OptionGroup var speech: OutputOptions

    func validate() throws {
        guard (2...24).contains(weightBits) else { throw ValidationError("--weight-bits takes 2 … 24") }
        guard (1...8).contains(inputBits) else { throw ValidationError("--input-bits takes 1 … 8") }
        guard (0...32).contains(activationBits) else {
            throw ValidationError("--activation-bits takes 0 … 32")
        }
    }

    private struct Layer: Encodable {
        let name: String
        let weightsBefore: Int
        let weightsAfter: Int
        let weightScale: Double
        let biasBits: Int
    }

    private struct Result: Encodable {
        let network: String
        let layers: [Layer]
        let shifts: [String: Int]
        let floatAccuracy: Double
        let integerAccuracy: Double
    }

    func run() throws {
        let original = try Network(contentsOf: network)
        let output = output ?? FileName.integerNetwork(of: network)
        try FileTransaction.requireWritable(output)
        let dataset = try data.load(progress: speech.progress)
        try dataset.requireFit(to: original.inputShape, of: network)
        let options = QuantizationOptions(
            weightBits: weightBits, inputBits: inputBits,
            activationBits: activationBits == 0 ? nil : activationBits)
        let (quantized, summary) = try FileError.naming(network) {
            try original.quantized(options, calibratedOn: dataset.train)
        }
        let result = Result(
            network: output,
            layers: summary.layers.map {
                Layer(
                    name: $0.name, weightsBefore: $0.nonzerosBefore, weightsAfter: $0.nonzerosAfter,
                    weightScale: $0.weightScale, biasBits: $0.biasBits)
            },
            shifts: Dictionary(uniqueKeysWithValues: summary.rectifiers.map { ($0.name, $0.shift) }),
            floatAccuracy: try original.accuracy(on: dataset.test),
            integerAccuracy: try quantized.accuracy(on: dataset.test))
        try quantized.write(to: output)
        try speech.report(result, next: "espalier compile \(FileName.quoted(output))") {
            var table = TextTable(columns: [
                .init("Layer"), .init("Weights", .right), .init("after rounding", .right),
                .init("Bias bits", .right),
            ])
            for layer in result.layers {
                table.append([
                    layer.name, NumberText.grouped(layer.weightsBefore),
                    NumberText.grouped(layer.weightsAfter), "\(layer.biasBits)",
                ])
            }
            return """
                \(table.rendered())
                test accuracy \(NumberText.accuracy(result.integerAccuracy)) in integers, \
                \(NumberText.accuracy(result.floatAccuracy)) in floats
                \(output)
                """
        }
    }
}
