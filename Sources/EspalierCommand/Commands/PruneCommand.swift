import ArgumentParser
import Espalier

/// `espalier prune`: a float network to a sparser one.
struct PruneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune", abstract: "Remove the weights of a network that matter least.",
        discussion: """
            Weights go across all layers, the least first; --layers chooses among some, --per-layer in each for \
            itself. Those that survive are trained on, in several steps towards the target, unless --one-shot is \
            given. The mask stays in the network's file, and every later training keeps it.

            --granularity says what goes at once. block: one input's weights in a group of rows; the rows of a \
            group end with the same mask, which makes private weights cheap. neuron: a hidden neuron with all that \
            it reads and all that reads it. pixel: all that reads one pixel, which a private image then need not \
            prove.

            --criterion movement keeps the weights that move away from zero while training prunes as it goes.

            EXAMPLES
              espalier prune shallownet.onnx --sparsity 0.9 --output pruned.onnx
              espalier prune small.onnx --sparsity 0.95 --criterion saliency --steps 6 --epochs 10
              espalier prune shallownet.onnx --sparsity 0.9 --granularity block --block-rows 8
              espalier prune shallownet.onnx --sparsity 0.8 --granularity pixel --criterion saliency
              espalier prune digits.onnx --data fashion-mnist --sparsity 0.95 --criterion movement
              espalier prune shallownet.onnx --sparsity 0.9 --steps 8 --schedule iterative --rewind early.onnx
            """)

    @Argument(help: "A float network (ONNX).")
    var network: String

    @Option(help: "The fraction that goes of all weights, or of those that are chosen among, 0 … 1.")
    var sparsity: Double

    @Flag(name: .customLong("one-shot"), help: "Prune at once and train no more.")
    var oneShot = false

    @OptionGroup var pruning: PruningArguments

    @Option(help: "An early state of the same training, to whose values survivors return before each step's.")
    var rewind: String?

    @OptionGroup var training: TrainingArguments

    @Option(
        name: .customLong("input-bits"),
        help: """
            Bits of a pixel or of a mean of pixels that the network sees, 1 … 8 (default: those that it was trained \
            with).
            """)
    var inputBits: Int?

    @OptionGroup var data: DatasetOptions

    @OptionGroup var validation: ValidationOptions

    @Option(help: "Seed of the order of images while training.")
    var seed: UInt64 = 1

    @Option(name: .shortAndLong, help: "The pruned network's file.")
    var output = "pruned.onnx"

    @OptionGroup var speech: OutputOptions

    func validate() throws {
        guard (0...1).contains(sparsity) else {
            throw ValidationError("--sparsity takes a fraction of 0 … 1")
        }
        guard (1...8).contains(inputBits ?? 8) else { throw ValidationError("--input-bits takes 1 … 8") }
        guard !oneShot || training.isEmpty && !pruning.concernsRetraining && rewind == nil else {
            throw ValidationError("--one-shot trains no more: leave out --steps, --epochs and the like")
        }
        guard !oneShot || pruning.criterion != .movement else {
            throw ValidationError("--criterion movement is measured while training: leave out --one-shot")
        }
    }

    private struct Result: Encodable {
        let network: String
        let weights: Int
        let survivingWeights: Int
        let sparsity: Double
        let method: String
        let criterion: String
        let inputBits: Int
        let measuredOn: String
        let accuracyBefore: Double
        let accuracy: Double
    }

    func run() throws {
        var original = try Network(contentsOf: network)
        if let inputBits { original.inputBits = inputBits }
        try FileTransaction.requireWritable(output)
        let dataset = try validation.measured(try data.load(progress: speech.progress))
        try dataset.requireFit(to: original, of: network)
        let before = try original.accuracy(on: dataset.test)
        let pruned = try FileError.naming(network) { try smaller(original, on: dataset.train) }
        let accuracy = try pruned.accuracy(on: dataset.test)
        try pruned.write(to: output)
        let result = Result(
            network: output, weights: pruned.weightCount, survivingWeights: pruned.survivingWeightCount,
            sparsity: pruned.sparsity, method: oneShot ? "one-shot" : "retrained",
            criterion: pruning.criterion.rawValue, inputBits: pruned.inputBits, measuredOn: validation.kind,
            accuracyBefore: before, accuracy: accuracy)
        try speech.report(result, next: "espalier quantize \(FileName.quoted(output))\(data.arguments)") {
            """
            \(NumberText.grouped(result.survivingWeights)) of \(NumberText.grouped(result.weights)) weights \
            left (\(NumberText.sparsity(result.sparsity)) pruned, \(result.method))
            \(validation.kind) accuracy \(NumberText.accuracy(accuracy)), before \(NumberText.accuracy(before))
            \(output)
            """
        }
    }

    private func smaller(_ original: Network, on images: LabeledImages) throws -> Network {
        let schedule = pruning.schedule(training)
        guard !oneShot else {
            return try original.prunedAtOnce(toSparsity: sparsity, schedule: schedule, on: images, seed: seed)
        }
        let early = try rewind.map { path in
            let early = try Network(contentsOf: path)
            var rewound = original
            try FileError.naming(path) { try rewound.rewind(to: early) }
            return early
        }
        return try original.pruned(
            toSparsity: sparsity, retrainingOn: images, schedule: schedule, rewindingTo: early, seed: seed,
            progress: speech.progress)
    }
}
