import ArgumentParser
import Espalier

/// `espalier transfer`: methods of pruning, compared while a network goes from some images to others.
struct TransferCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transfer",
        abstract:
            "Compare methods of pruning where a network is trained on one data set and tuned on another.",
        discussion: """
            Trains 784–128–ReLU–10 on the source, then prunes it on the target in steps, with training after each, \
            by every method to every sparsity, with several seeds. All methods get the same number of passes. The \
            directory holds report.html, trials.csv and report.json; the same command goes on where it was \
            interrupted.

            EXAMPLES
              espalier transfer --from mnist --to fashion-mnist
              espalier transfer --methods magnitude,movement --sparsities 0.5,0.9 --seeds 1
              espalier transfer --from digits --to digits --hidden 16 --source-epochs 1 --seeds 1
            """)

    @Option(help: "The data set of the first training.")
    var from = "mnist"

    @Option(help: "The data set of the pruning: images of the same size, as many classes.")
    var to = "fashion-mnist"

    @Option(parsing: .upToNextOption, help: "Widths of the hidden layers.")
    var hidden = TransferExperiment.Options().hidden

    @Option(help: "Criteria to compare, with commas: magnitude, movement, saliency, random.")
    var methods = TransferExperiment.Options().methods.map(\.rawValue).joined(separator: ",")

    @Option(help: "Fractions of all weights that go, with commas.")
    var sparsities = TransferExperiment.Options().sparsities.map { "\($0)" }.joined(separator: ",")

    @Option(help: "Seed of the first network.")
    var seed: UInt64 = 1

    @Option(help: "How many networks, 1 … 100.")
    var seeds = TransferExperiment.Options().seeds

    @Option(name: .customLong("source-epochs"), help: "Passes over the source.")
    var sourceEpochs = TransferExperiment.Options().sourceEpochs

    @Option(help: "Steps of pruning on the target; one pass follows each but the last.")
    var steps = TransferExperiment.Options().steps

    @Option(name: .customLong("final-epochs"), help: "Passes after the last step.")
    var finalEpochs = TransferExperiment.Options().finalEpochs

    @Option(name: .customLong("learning-rate"), help: "Adam's step size on the target, above 0, at most 1.")
    var learningRate = TransferExperiment.Options().learningRate

    @Option(help: "How sparsity grows from step to step: cubic, iterative or linear.")
    var schedule = TransferExperiment.Options().curve

    @Option(name: .customLong("movement-schedule"), help: "How it grows by movement, likewise.")
    var movementSchedule = TransferExperiment.Options().movementCurve

    @Option(
        name: .customLong("cache"), help: "Where fetched data sets are kept (default: ~/.cache/espalier).")
    var cache: String?

    @Option(name: .shortAndLong, help: "The directory of the comparison.")
    var output = "espalier-transfer"

    @OptionGroup var speech: OutputOptions

    func validate() throws {
        guard !hidden.isEmpty, hidden.allSatisfy((1...65_536).contains) else {
            throw ValidationError("--hidden takes widths of 1 … 65536")
        }
        guard !output.isEmpty else { throw ValidationError("--output takes a directory") }
        guard (1...100).contains(seeds) else { throw ValidationError("--seeds takes 1 … 100") }
        guard (1...10_000).contains(sourceEpochs), (1...10_000).contains(finalEpochs) else {
            throw ValidationError("--source-epochs and --final-epochs take 1 … 10000")
        }
        guard (2...1000).contains(steps) else { throw ValidationError("--steps takes 2 … 1000") }
        guard learningRate > 0, learningRate <= 1 else {
            throw ValidationError("--learning-rate takes a number above 0, at most 1")
        }
        _ = try options()
    }

    private func options() throws -> TransferExperiment.Options {
        var options = TransferExperiment.Options()
        options.hidden = hidden
        options.methods = try methods.split(separator: ",").map { name in
            guard let method = PruningCriterion(rawValue: String(name)) else {
                throw ValidationError("--methods takes magnitude, movement, saliency and random, with commas")
            }
            return method
        }
        options.sparsities = try sparsities.split(separator: ",").map { text in
            guard let sparsity = Double(text), sparsity > 0, sparsity < 1 else {
                throw ValidationError("--sparsities takes fractions between 0 and 1, as in 0.5,0.9")
            }
            return sparsity
        }
        guard !options.methods.isEmpty, !options.sparsities.isEmpty,
            Set(options.methods).count == options.methods.count,
            Set(options.sparsities).count == options.sparsities.count
        else { throw ValidationError("a comparison has methods and sparsities, each once") }
        options.seed = seed
        options.seeds = seeds
        options.sourceEpochs = sourceEpochs
        options.steps = steps
        options.finalEpochs = finalEpochs
        options.learningRate = learningRate
        options.curve = schedule
        options.movementCurve = movementSchedule
        return options
    }

    func run() throws {
        try FileTransaction.requireWritable("\(output)/report.html")
        let source = try Dataset.load(from, cache: cache, progress: speech.progress)
        let target = try Dataset.load(to, cache: cache, progress: speech.progress)
        guard source.train.width == target.train.width, source.train.height == target.train.height,
            source.train.classCount == target.train.classCount
        else {
            throw FileError(
                .mismatch(reason: "its images have another size or other classes than those of \(from)"),
                path: to)
        }
        let report = try TransferExperiment(
            from: source, to: target, try options(), directory: output, progress: speech.progress
        ).run(command: command)
        try report.write(to: output)
        try speech.report(report) { "\(report.text())\n\(output)/report.html" }
    }

    private var command: String {
        "espalier transfer --from \(from) --to \(to) --hidden \(hidden.map(String.init).joined(separator: " "))"
            + " --methods \(methods) --sparsities \(sparsities) --seed \(seed) --seeds \(seeds)"
            + " --source-epochs \(sourceEpochs) --steps \(steps) --final-epochs \(finalEpochs)"
            + " --learning-rate \(learningRate) --schedule \(schedule.rawValue)"
            + " --movement-schedule \(movementSchedule.rawValue)"
    }
}
