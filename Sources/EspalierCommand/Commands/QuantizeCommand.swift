import ArgumentParser
import Espalier

/// `espalier quantize`: a float network to exact integers.
struct QuantizeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quantize", abstract: "Turn a float network into exact integer arithmetic.",
        discussion: """
            The result is an ONNX file of integer operators: other runtimes compute the same numbers. It is \
            what a circuit proves, bit for bit.

            With --window-bits W every sum before an activation stays below 2^W, whatever the image: each row \
            gets the finest scale of its own that allows it, and a rectifier costs at most W + 1 \
            constraints. With --epochs the network is first trained on while its weights are rounded; rows that \
            grow out of their windows are projected back, which prunes them.

            With --publish-windows the file declares a window for every sum, rounded to what its rectifier costs \
            anyhow. Circuits of hidden weights are then as cheap as those of embedded ones; what everybody learns \
            of a row is about the logarithm of the sum of its weights' magnitudes.

            EXAMPLES
              espalier quantize pruned.onnx --weight-bits 8 --output pruned.int.onnx
              espalier quantize pruned.onnx --weight-bits 6,8 --bias-bits 16
              espalier quantize small.onnx --window-bits 8 --epochs 20 --learning-rate 0.005
              espalier quantize pruned.onnx --bias-bits 16 --publish-windows
            """)

    @Argument(help: "A float network (ONNX).")
    var network: String

    @Option(
        name: .customLong("weight-bits"),
        help: "Bits of a weight with its sign, 2 … 24: one number, or one for each layer, as in 6,8.")
    var weightBits = BitsPerLayer([8])

    @Option(
        name: .customLong("bias-bits"),
        help: "Bits that every bias is declared to have, 2 … 63 (default: as few as the layer needs).")
    var biasBits: Int?

    @Option(
        name: .customLong("input-bits"),
        help: """
            Bits of a pixel or of a mean of pixels, 1 … 8: its upper ones are kept (default: those that the \
            network was trained with).
            """)
    var inputBits: Int?

    @Option(
        name: .customLong("window-bits"),
        help: "Bits of every sum before an activation, 2 … 32, without its sign.")
    var windowBits: Int?

    @Flag(
        name: .customLong("publish-windows"),
        help:
            "Declare a window for every sum, so that hidden weights need no wider ones than embedded weights."
    )
    var publishWindows = false

    @Option(
        name: .customLong("activation-bits"),
        help: "Bits that (nearly) every activation fits after its shift, 1 … 32, or 0 for no shifts.")
    var activationBits = 8

    @OptionGroup var training: TrainingArguments

    @Option(help: "Seed of the order of images while training.")
    var seed: UInt64 = 1

    @OptionGroup var data: DatasetOptions

    @OptionGroup var validation: ValidationOptions

    @Option(name: .shortAndLong, help: "The integer network's file (default: NAME.int.onnx for NAME.onnx).")
    var output: String?

    @OptionGroup var speech: OutputOptions

    func validate() throws {
        guard weightBits.bits.allSatisfy((2...24).contains) else {
            throw ValidationError("--weight-bits takes 2 … 24")
        }
        guard (2...63).contains(biasBits ?? 2) else { throw ValidationError("--bias-bits takes 2 … 63") }
        guard (2...32).contains(windowBits ?? 2) else { throw ValidationError("--window-bits takes 2 … 32") }
        guard training.isEmpty || training.epochs != nil else {
            throw ValidationError("to train on while rounded, say --epochs")
        }
        guard (1...8).contains(inputBits ?? 8) else { throw ValidationError("--input-bits takes 1 … 8") }
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
        let windowBits: Int?
    }

    private struct Result: Encodable {
        let network: String
        let layers: [Layer]
        let shifts: [String: Int]
        let inputBits: Int
        let measuredOn: String
        let floatAccuracy: Double
        let integerAccuracy: Double
    }

    func run() throws {
        var original = try Network(contentsOf: network)
        let output = output ?? FileName.integerNetwork(of: network)
        try FileTransaction.requireWritable(output)
        let dataset = try validation.measured(try data.load(progress: speech.progress))
        try dataset.requireFit(to: original, of: network)
        let options = QuantizationOptions(
            weightBits: weightBits.bits, biasBits: biasBits,
            activationBits: activationBits == 0 ? nil : activationBits, windowBits: windowBits)
        var source = original
        if let inputBits { source.inputBits = inputBits }
        let made = try FileError.naming(network) {
            try source.quantized(
                options, training: training.epochs == nil ? nil : training.applied(to: Self.training),
                on: dataset.train, seed: seed, progress: speech.progress)
        }
        if training.epochs != nil { original = made.floats }
        let quantized =
            publishWindows
            ? try FileError.naming(network) { try made.integers.publishingWindows() } : made.integers
        let result = Result(
            network: output,
            layers: made.summary.layers.map {
                Layer(
                    name: $0.name, weightsBefore: $0.nonzerosBefore, weightsAfter: $0.nonzerosAfter,
                    weightScale: $0.weightScale, biasBits: $0.biasBits, windowBits: $0.windowBits)
            },
            shifts: Dictionary(uniqueKeysWithValues: made.summary.rectifiers.map { ($0.name, $0.shift) }),
            inputBits: quantized.inputBits, measuredOn: validation.kind,
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
                \(validation.kind) accuracy \(NumberText.accuracy(result.integerAccuracy)) in integers, \
                \(NumberText.accuracy(result.floatAccuracy)) in floats
                \(output)
                """
        }
    }

    /// Gentle: the network is trained already, and images are not moved.
    private static let training = TrainingOptions(epochs: 10, learningRate: 0.003, shiftDistance: 0)
}
