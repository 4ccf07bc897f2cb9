import ArgumentParser
import Espalier

/// `espalier prune`: a float network to a sparser one.
struct PruneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune", abstract: "Remove the smallest weights of a network.",
        discussion: """
            Global magnitude pruning. The weights that survive are trained on, in several steps towards \
            the target, unless --one-shot is given.

            EXAMPLE
              espalier prune shallownet.onnx --sparsity 0.9 --output pruned.onnx
            """)

    @Argument(help: "A float network (ONNX).")
    var network: String

    @Option(help: "The fraction of all weights that goes, 0 … 1.")
    var sparsity: Double

    @Flag(name: .customLong("one-shot"), help: "Prune at once and train no more.")
    var oneShot = false

    @OptionGroup var data: DatasetOptions

    @Option(help: "Seed of the order of images while training.")
    var seed: UInt64 = 1

    @Option(name: .shortAndLong, help: "The pruned network's file.")
    var output = "pruned.onnx"

    @OptionGroup var speech: OutputOptions

    func validate() throws {
        guard (0...1).contains(sparsity) else {
            throw ValidationError("--sparsity takes a fraction of 0 … 1")
        }
    }

    private struct Result: Encodable {
        let network: String
        let weights: Int
        let survivingWeights: Int
        let sparsity: Double
        let method: String
        let testAccuracyBefore: Double
        let testAccuracy: Double
    }

    func run() throws {
        let original = try Network(contentsOf: network)
        try FileTransaction.requireWritable(output)
        let dataset = try data.load(progress: speech.progress)
        try dataset.requireFit(to: original.inputShape, of: network)
        let before = try original.accuracy(on: dataset.test)
        let pruned = try FileError.naming(network) {
            try original.pruned(
                toSparsity: sparsity, retrainingOn: oneShot ? nil : dataset.train, seed: seed,
                progress: speech.progress)
        }
        let accuracy = try pruned.accuracy(on: dataset.test)
        try pruned.write(to: output)
        let result = Result(
            network: output, weights: pruned.weightCount, survivingWeights: pruned.survivingWeightCount,
            sparsity: pruned.sparsity, method: oneShot ? "one-shot" : "retrained",
            testAccuracyBefore: before, testAccuracy: accuracy)
        try speech.report(result, next: "espalier quantize \(FileName.quoted(output))\(data.arguments)") {
            """
            \(NumberText.grouped(result.survivingWeights)) of \(NumberText.grouped(result.weights)) weights \
            left (\(NumberText.sparsity(result.sparsity)) pruned, \(result.method))
            test accuracy \(NumberText.accuracy(accuracy)), before \(NumberText.accuracy(before))
            \(output)
            """
        }
    }
}
