public import ArgumentParser
public import Espalier

extension Activation: ExpressibleByArgument {}

/// `espalier train`: images to a float network.
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Train a network on images.",
        discussion: """
            Minibatch Adam on the cross-entropy of softmax, images moved by up to one pixel. The same seed \
            gives the same network.

            With --input-bits the network learns what it will see as integers: the upper bits of each pixel. \
            The other verbs find the number in its file.

            EXAMPLES
              espalier train --data mnist --hidden 128 --seed 1 --output shallownet.onnx
              espalier train --hidden 20 --activation square --output square.onnx
              espalier train --hidden 24 --input-bits 2 --epochs 20 --output small.onnx
            """)

    @OptionGroup var data: DatasetOptions

    @Option(parsing: .upToNextOption, help: "Widths of the hidden layers.")
    var hidden: [Int] = [128]

    @Option(
        help: """
            What stands between two layers. relu: max(0, x), which a proof pays for in bits. square: x², which \
            costs one constraint per neuron.
            """)
    var activation = Activation.relu

    @Flag(help: "Add a linear layer from the pixels to the classes: a small network gains much by it.")
    var skip = false

    @Option(name: .customLong("input-bits"), help: "Bits of a pixel that the network sees, 1 … 8.")
    var inputBits = 8

    @OptionGroup var training: TrainingArguments

    @Option(help: "Seed of the initial weights and of the order of images.")
    var seed: UInt64 = 1

    @Option(name: .shortAndLong, help: "The network's file.")
    var output = "network.onnx"

    @OptionGroup var validation: ValidationOptions

    @OptionGroup var speech: OutputOptions

    func validate() throws {
        guard hidden.allSatisfy({ (1...65_536).contains($0) }) else {
            throw ValidationError("--hidden takes widths of 1 … 65536")
        }
        guard (1...8).contains(inputBits) else { throw ValidationError("--input-bits takes 1 … 8") }
    }

    private struct Result: Encodable {
        let network: String
        let architecture: String
        let weights: Int
        let seed: UInt64
        let epochs: Int
        let inputBits: Int
        let seconds: Double
        let measuredOn: String
        let accuracy: Double
    }

    func run() throws {
        try FileTransaction.requireWritable(output)
        let dataset = try validation.measured(try data.load(progress: speech.progress))
        let options = training.applied(to: .default)
        let clock = ContinuousClock.now
        let network = try Network.trained(
            on: dataset.train, hidden: hidden, activation: activation, skip: skip, inputBits: inputBits,
            options: options, seed: seed, progress: speech.progress)
        let seconds = clock.duration(to: .now) / .seconds(1)
        let accuracy = try network.trainedAccuracy(on: dataset.test)
        try network.write(to: output)
        let result = Result(
            network: output, architecture: network.architecture, weights: network.weightCount, seed: seed,
            epochs: options.epochs, inputBits: inputBits, seconds: seconds, measuredOn: validation.kind,
            accuracy: accuracy)
        let next = "espalier prune \(FileName.quoted(output)) --sparsity 0.9\(data.arguments)"
        try speech.report(result, next: next) {
            """
            \(result.architecture), \(NumberText.grouped(result.weights)) weights, trained in \
            \(NumberText.duration(seconds: seconds))
            \(validation.kind) accuracy \(NumberText.accuracy(accuracy)) on \
            \(NumberText.grouped(dataset.test.count)) images
            \(output)
            """
        }
    }
}
