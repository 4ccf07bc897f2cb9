import CircuitFormats
public import NeuralNetworks

/// The main job from end to end: images in, a verified proof and a report out.
///
/// Trains a perceptron, prunes it at several levels, quantizes and compiles every one of them, proves an
/// answer of one, and tries to cheat.
public struct Demonstration: Sendable {
    /// What the demonstration works on and where it leaves its files.
    public struct Options: Hashable, Sendable {
        public var dataset = "mnist"
        /// A directory that holds the data set's files.
        public var dataDirectory: String?
        public var cache: String?
        public var seed: UInt64 = 1
        public var curve = CurveName.bn254
        public var directory = "espalier-demo"
        /// The command line, for the report.
        public var command = "espalier demo"
        public var hidden = [128]
        public var training = TrainingOptions.default
        public var sparsities = [0, 0.5, 0.8, 0.9, 0.95, 1]
        /// The level of pruning, with retraining, whose answer is proved.
        public var provedSparsity = 0.9
        /// The test image that the proof is about.
        public var testImage = 0
        /// The number of test images on which the proved circuit is compared with its network.
        public var checkedImages = 1000

        public init() {}
    }

    public let options: Options
    let progress: ProgressHandler
    /// Says a sentence that is neither progress nor result.
    let notice: @Sendable (String) -> Void

    public init(
        _ options: Options, progress: @escaping ProgressHandler = { _ in },
        notice: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.options = options
        self.progress = progress
        self.notice = notice
    }

    /// Does it all and returns the report, which stands in the directory as `report.html`, too.
    public func run() throws -> PruningReport { try run(on: options.curve.curve) }

    private func run<Curve: InterchangeCurve>(on curve: Curve.Type) throws -> PruningReport {
        try FileTransaction.requireWritable(path("report.html"))
        let dataset = try loadDataset()
        guard dataset.test.labels.indices.contains(options.testImage) else {
            throw ImageIndexError(index: options.testImage, count: dataset.test.count)
        }
        let clock = ContinuousClock.now
        let network = try Network.trained(
            on: dataset.train, hidden: options.hidden, options: options.training, seed: options.seed,
            progress: progress)
        let seconds = clock.duration(to: .now) / .seconds(1)
        let levels = try evaluateLevels(of: network, on: dataset, curve)
        var report = PruningReport(
            dataset: .init(
                name: dataset.name, origin: dataset.origin, trainingImages: dataset.train.count,
                testImages: dataset.test.count),
            architecture: network.architecture, seed: options.seed, command: options.command,
            training: .init(
                epochs: options.training.epochs, seconds: seconds,
                floatAccuracy: try network.accuracy(on: dataset.test)),
            levels: levels.map(\.summary))
        if let proved = levels.min(by: { $0.distance(to: options) < $1.distance(to: options) }) {
            report.proof = try prove(proved, on: dataset)
        }
        try report.write(to: options.directory)
        return report
    }

    func path(_ name: String) -> String { options.directory + "/" + name }

    /// The data set; drawn digits where it cannot be had, so that the demonstration always ends.
    private func loadDataset() throws -> Dataset {
        do {
            return try Dataset.load(
                options.dataset, from: options.dataDirectory, cache: options.cache, progress: progress)
        } catch let error {
            guard case .unavailable = error.code else { throw error }
            notice("\(error) Going on with digits that are drawn here.")
            return try Dataset.load(DrawnDigits.name, progress: progress)
        }
    }
}
