import ArgumentParser
import Espalier

/// `espalier train`: images to a float network.
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Train a network on images.",
        discussion: """
            Minibatch Adam on the cross-entropy of softmax, images moved by up to one pixel. The same seed \
            gives the same network.

            EXAMPLE
              espalier train --data mnist --hidden 128 --seed 1 --output shallownet.onnx
            """)

    @OptionGroup var data: DatasetOptions

    @Option(parsing: .upToNextOption, help: "Widths of the hidden layers.")
    var hidden: [Int] = [128]

    @Option(help: "Passes over the training images (default: \(TrainingOptions.default.epochs)).")
    var epochs: Int?

    @Option(name: .customLong("learning-rate"), help: "Adam's step size at the start.")
    var learningRate: Double?

    @Option(help: "Seed of the initial weights and of the order of images.")
    var seed: UInt64 = 1

    @Option(name: .shortAndLong, help: "The network's file.")
    var output = "network.onnx"

    @OptionGroup var speech: OutputOptions

    func validate() throws {
        guard hidden.allSatisfy({ (1...65_536).contains($0) }) else {
            throw ValidationError("--hidden takes widths of 1 … 65536")
        }
        guard (1...10_000).contains(epochs ?? 1) else { throw ValidationError("--epochs takes 1 … 10000") }
        guard (learningRate ?? 1) > 0, (learningRate ?? 1) <= 1 else {
            throw ValidationError("--learning-rate takes a number above 0, at most 1")
        }
    }

    private struct Result: Encodable {
        let network: String
        let architecture: String
        let weights: Int
        let seed: UInt64
        let epochs: Int
        let seconds: Double
        let testAccuracy: Double
    }

    func run() throws {
        try FileTransaction.requireWritable(output)
        let dataset = try data.load(progress: speech.progress)
        var options = TrainingOptions.default
        if let epochs { options.epochs = epochs }
        if let learningRate { options.learningRate = Float(learningRate) }
        let clock = ContinuousClock.now
        let network = try Network.trained(
            on: dataset.train, hidden: hidden, options: options, seed: seed, progress: speech.progress)
        let seconds = clock.duration(to: .now) / .seconds(1)
        let accuracy = try network.accuracy(on: dataset.test)
        try network.write(to: output)
        let result = Result(
            network: output, architecture: network.architecture, weights: network.weightCount, seed: seed,
            epochs: options.epochs, seconds: seconds, testAccuracy: accuracy)
        let next = "espalier prune \(FileName.quoted(output)) --sparsity 0.9\(data.arguments)"
        try speech.report(result, next: next) {
            """
            \(result.architecture), \(NumberText.grouped(result.weights)) weights, trained in \
            \(NumberText.duration(seconds: seconds))
            test accuracy \(NumberText.accuracy(accuracy)) on \(NumberText.grouped(dataset.test.count)) images
            \(output)
            """
        }
    }
}
