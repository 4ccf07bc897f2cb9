import CircuitFormats
import ModelCompression
public import NeuralNetworks

/// Reproduces the tables of the paper that the project started from, and sets beside them what sound circuits of
/// the same networks cost.
public struct Reproduction: Sendable {
    public struct Options: Hashable, Sendable {
        public var dataset = "mnist"
        /// A directory that holds the data set's files.
        public var dataDirectory: String?
        public var cache: String?
        public var seed: UInt64 = 1
        public var curve = CurveName.bn254
        public var hidden = [128]
        public var training = TrainingOptions.default
        /// Amounts of one-shot pruning by magnitude, as in the paper.
        public var sparsities = [0, 0.5, 1]
        /// Amounts of pruning with retraining, which the paper does not have.
        public var retrainedSparsities = [0.9]
        /// Amounts of pruning in blocks with retraining.
        public var blockSparsities = [0.9]
        /// Rows of a block.
        public var blockRows = 16
        /// The test image on which positive neurons are counted.
        public var testImage = 0
        /// The number of test images on which every circuit is compared with its network.
        public var checkedImages = 200

        public init() {}
    }

    public let options: Options
    let progress: ProgressHandler

    public init(_ options: Options, progress: @escaping ProgressHandler = { _ in }) {
        self.options = options
        self.progress = progress
    }

    /// Trains, prunes, compiles, checks and audits; keeps one circuit in memory at a time.
    ///
    /// - Throws: `DatasetError`, `ImageIndexError`, what quantizing and compiling throw, and `CircuitDisagreement`
    ///   or `ReproductionError` where a circuit is not what it has to be.
    public func run() throws -> ReproductionReport { try run(on: options.curve.curve) }

    private func run<Curve: InterchangeCurve>(on curve: Curve.Type) throws -> ReproductionReport {
        let dataset = try Dataset.load(
            options.dataset, from: options.dataDirectory, cache: options.cache, progress: progress)
        guard dataset.test.labels.indices.contains(options.testImage) else {
            throw ImageIndexError(index: options.testImage, count: dataset.test.count)
        }
        let network = try Network.trained(
            on: dataset.train, hidden: options.hidden, options: options.training, seed: options.seed,
            progress: progress)
        let circuits = ReproductionCircuit.all(on: curve)
        var levels: [ReproductionReport.Level] = []
        for sparsity in options.sparsities {
            let pruned = try network.pruned(toSparsity: sparsity)
            levels.append(try level(pruned, sparsity, .oneShot, on: dataset, circuits))
        }
        for sparsity in options.retrainedSparsities {
            let pruned = try network.pruned(
                toSparsity: sparsity, retrainingOn: dataset.train, seed: options.seed, progress: progress)
            levels.append(try level(pruned, sparsity, .retrained, on: dataset, circuits))
        }
        var schedule = PruningSchedule.default
        schedule.granularity = .block(rows: options.blockRows)
        for sparsity in options.blockSparsities {
            let pruned = try network.pruned(
                toSparsity: sparsity, retrainingOn: dataset.train, schedule: schedule, seed: options.seed,
                progress: progress)
            levels.append(try level(pruned, sparsity, .blockRetrained, on: dataset, circuits))
        }
        return ReproductionReport(
            dataset: .init(
                name: dataset.name, origin: dataset.origin, trainingImages: dataset.train.count,
                testImages: dataset.test.count),
            architecture: network.architecture,
            widths: [dataset.train.pixelsPerImage] + options.hidden + [dataset.train.classCount],
            curve: options.curve, seed: options.seed, epochs: options.training.epochs,
            blockRows: options.blockRows, testImage: options.testImage, circuits: circuits.map { .init($0) },
            levels: levels)
    }

    /// How many images calibrate the quantizers.
    private static let calibrationImages = 10_000

    private func level(
        _ network: Network, _ sparsity: Double, _ method: ReproductionReport.Method,
        on dataset: Dataset,
        _ circuits: [ReproductionCircuit]
    ) throws -> ReproductionReport.Level {
        let label = "\(NumberText.sparsity(sparsity)) \(method.rawValue)"
        progress(.running("Quantize \(label)"))
        let calibration = dataset.train.prefix(Self.calibrationImages)
        let affine = try network.affineQuantized(
            AffineQuantizationOptions(zeroPoint: AffineLayer.weightZeroPoint), calibratedOn: calibration)
        let integer = try network.quantized(calibratedOn: calibration).network
        let subject = ReproductionSubject(
            network: network, integerNetwork: integer, affineNetwork: affine,
            images: dataset.test.prefix(options.checkedImages))
        let outputs = try affine.layerOutputs(for: dataset.test)
        let positive = outputs.map { image in
            zip(affine.layers.dropLast(), image).reduce(0) { sum, layer in
                sum + layer.1.count { $0 > layer.0.outputZeroPoint }
            }
        }
        progress(.finished("Quantize \(label)"))
        return ReproductionReport.Level(
            sparsity: sparsity, method: method, survivingWeights: network.survivingWeightCount,
            floatAccuracy: try network.accuracy(on: dataset.test),
            affineAccuracy: try affine.accuracy(on: dataset.test),
            integerAccuracy: try integer.accuracy(on: dataset.test),
            positiveNeurons: .init(positive, testImage: options.testImage),
            counts: try circuits.map { circuit in
                let step = "Circuit \(circuit.heading), \(label)"
                let count = try circuit.measure(subject) { [progress] fraction, detail in
                    progress(.running(step, fraction: fraction, detail: detail))
                }
                progress(
                    .finished(step, summary: "\(NumberText.grouped(count.constraints.total)) constraints"))
                return count
            })
    }
}
