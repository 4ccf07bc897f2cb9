public import Datasets
public import ModelCompression
import NeuralNetworks

/// Which weights a network keeps when it is taken from some images to others: methods of pruning, compared at several
/// sparsities over several seeds.
///
/// A network is trained on the source, then pruned on the target in the steps of a schedule, trained there after each, and
/// measured on the target's test images. All methods get the same number of passes. Every trial is kept as soon as it is
/// known, and an interrupted run goes on.
public struct TransferExperiment: Sendable {
    public struct Options: Hashable, Codable, Sendable {
        public var hidden: [Int] = [128]
        public var methods: [PruningCriterion] = [.magnitude, .movement, .saliency, .random]
        public var sparsities: [Double] = [0.5, 0.8, 0.9, 0.95, 0.97]
        /// Of the first network; others count up from it.
        public var seed: UInt64 = 1
        public var seeds = 3
        /// Passes over the source.
        public var sourceEpochs = 8
        /// Steps of pruning; the passes after all of them but the last are one each.
        public var steps = 7
        /// Passes after the last step.
        public var finalEpochs = 6
        public var learningRate: Double = 0.002
        /// How sparsity grows by all methods but movement.
        public var curve: PruningSchedule.Curve = .cubic
        /// How it grows by movement, which has to see weights move before it can tell them apart.
        public var movementCurve: PruningSchedule.Curve = .linear

        public init() {}
    }

    /// What makes trials comparable, and what they are resumed by.
    private struct Setting: Codable, Equatable {
        let source: String
        let target: String
        let hidden: [Int]
        let sourceEpochs: Int
        let steps: Int
        let finalEpochs: Int
        let learningRate: Double
        let curve: PruningSchedule.Curve
        let movementCurve: PruningSchedule.Curve

        init(_ options: Options, from source: Dataset, to target: Dataset) {
            self.source = source.name
            self.target = target.name
            hidden = options.hidden
            sourceEpochs = options.sourceEpochs
            steps = options.steps
            finalEpochs = options.finalEpochs
            learningRate = options.learningRate
            curve = options.curve
            movementCurve = options.movementCurve
        }
    }

    private let source: Dataset
    private let target: Dataset
    private let options: Options
    private let directory: String
    private let progress: ProgressHandler
    private static let step = "Transfer"

    /// - Parameter directory: made where it does not exist.
    /// - Precondition: images of the source and of the target have one size and as many classes.
    public init(
        from source: Dataset, to target: Dataset, _ options: Options = Options(), directory: String,
        progress: @escaping ProgressHandler = { _ in }
    ) {
        precondition(
            source.train.pixelsPerImage == target.train.pixelsPerImage
                && source.train.classCount == target.train.classCount, "images of one form")
        self.source = source
        self.target = target
        self.options = options
        self.directory = directory
        self.progress = progress
    }

    /// Makes all trials and returns their report.
    ///
    /// - Parameter command: repeats the experiment, for the report.
    /// - Throws: `FileError` where the directory holds another experiment or trials cannot be kept; `NetworkError`.
    public func run(command: String) throws -> TransferReport {
        var journal = try Journal<KeptTrial>("\(directory)/transfer.jsonl")
        try JournalSetting.require(
            Setting(options, from: source, to: target), at: "\(directory)/transfer.json",
            what: "images, widths, passes, rates or schedules")
        var trials: [KeptTrial] = []
        let count = options.seeds * options.sparsities.count * options.methods.count
        progress(.running(Self.step, fraction: 0))
        for offset in 0..<options.seeds {
            let seed = options.seed &+ UInt64(offset)
            var trained: Network?
            for sparsity in options.sparsities {
                for method in options.methods {
                    let kept = journal.records.first { $0.isOf(method, sparsity, seed) }
                    if let kept {
                        trials.append(kept)
                        continue
                    }
                    let clock = ContinuousClock.now
                    let network = try trained ?? sourceNetwork(seed: seed)
                    trained = network
                    let trial = try self.trial(network, method, sparsity, seed: seed, since: clock)
                    try journal.append(trial)
                    trials.append(trial)
                    progress(
                        .running(
                            Self.step, fraction: Double(trials.count) / Double(count),
                            detail: "\(method.rawValue), \(NumberText.sparsity(sparsity)): "
                                + NumberText.accuracy(trial.trial.accuracy)))
                }
            }
        }
        progress(.finished(Self.step, summary: "\(count) networks"))
        return TransferReport(
            title: "Pruning while going from \(source.name) to \(target.name)", setting: setting,
            command: command, seconds: trials.reduce(0) { $0 + $1.seconds }, trials: trials.map(\.trial))
    }

    private func sourceNetwork(seed: UInt64) throws(NetworkError) -> Network {
        try Network.trained(
            on: source.train, hidden: options.hidden,
            options: TrainingOptions(epochs: options.sourceEpochs), seed: seed)
    }

    private func trial(
        _ network: Network, _ method: PruningCriterion, _ sparsity: Double, seed: UInt64,
        since start: ContinuousClock.Instant
    ) throws(NetworkError) -> KeptTrial {
        let rate = Float(options.learningRate)
        let schedule = PruningSchedule(
            criterion: method, curve: method == .movement ? options.movementCurve : options.curve,
            steps: options.steps,
            intermediate: TrainingOptions(epochs: 1, learningRate: rate, shiftDistance: 0),
            final: TrainingOptions(epochs: options.finalEpochs, learningRate: rate, shiftDistance: 0))
        let pruned = try network.pruned(
            toSparsity: sparsity, retrainingOn: target.train, schedule: schedule, seed: seed)
        let accuracy = try pruned.accuracy(on: target.test)
        return KeptTrial(
            trial: TransferReport.Trial(
                source: source.name, target: target.name, method: method.rawValue, sparsity: sparsity,
                seed: seed, accuracy: accuracy, survivingWeights: pruned.survivingWeightCount),
            seconds: start.duration(to: .now) / .seconds(1))
    }

    private var setting: [ReportedChoice] {
        [
            ReportedChoice("hidden", options.hidden.map(String.init).joined(separator: "–")),
            ReportedChoice("passes over the source", "\(options.sourceEpochs)"),
            ReportedChoice(
                "passes over the target", "\(options.steps - 1 + options.finalEpochs), \(options.steps) steps"
            ),
            ReportedChoice("learning rate", "\(options.learningRate)"),
            ReportedChoice("schedule", options.curve.rawValue),
            ReportedChoice("schedule of movement", options.movementCurve.rawValue),
        ]
    }
}

/// A trial with what it took.
private struct KeptTrial: Codable, Sendable {
    let trial: TransferReport.Trial
    let seconds: Double

    func isOf(_ method: PruningCriterion, _ sparsity: Double, _ seed: UInt64) -> Bool {
        trial.method == method.rawValue && trial.sparsity == sparsity && trial.seed == seed
    }
}
