import ConstraintSystem
import FiniteFields
import ModelCompression
import NetworkCompiler
import NeuralNetworks

extension SearchReport {
    /// The report of what a log holds.
    ///
    /// - Parameters:
    ///   - chosen: what was chosen of it.
    ///   - command: repeats the search.
    /// - Throws: `FileError` where a chosen network is not there.
    public init(
        _ log: TrialLog, chosen: [Tuning.Chosen], title: String, command: String
    ) throws {
        let setting = log.setting
        var points: [Point] = []
        for trial in log.trials {
            guard let result = trial.result else { continue }
            let id = trial.id
            var point = Point(
                id: id, configuration: trial.plan.recipe.choices, budget: trial.plan.budget,
                seed: trial.plan.seed, validationAccuracy: result.validationAccuracy,
                constraints: result.constraints, survivingWeights: result.survivingWeights,
                seconds: trial.seconds,
                commands: trial.plan.recipe.shortened(to: trial.plan.budget).commands(
                    setting.occasion(seed: trial.plan.seed), name: id))
            for choice in chosen {
                guard let place = choice.trials.firstIndex(where: { $0.id == id }) else { continue }
                point.testAccuracy = choice.testAccuracies[place]
                point.classConstraints = choice.classConstraints[place]
                guard place == 0 else { continue }
                point.targets = choice.targets.map(\.text)
                point.seedTestAccuracies = choice.testAccuracies
            }
            points.append(point)
        }
        let networks = try chosen.map { choice in
            try Network(log.network(of: choice.trials[0]), of: choice.trials[0], setting, log.testImages)
        }
        self.init(
            title: title,
            dataset: Dataset(
                name: setting.dataset, trainingImages: log.trainingCount,
                validationImages: setting.validationCount, testImages: log.testImages.count),
            setting: setting.choices, seed: setting.seed, command: command,
            seconds: log.trials.reduce(0) { $0 + $1.seconds }, points: points,
            failures: Self.failures(of: log.trials), networks: networks)
    }

    private static func failures(of trials: [Trial]) -> [Failure] {
        let counts = Dictionary(trials.compactMap(\.failure).map { ($0, 1) }, uniquingKeysWith: +)
        return counts.map { Failure(reason: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
    }
}

extension SearchReport.Network {
    /// The inside of a trial's network.
    fileprivate init(
        _ network: IntegerNetwork, of trial: Trial, _ setting: SearchSetting, _ images: LabeledImages
    ) throws {
        let boxes = network.inputTransform.boxes
        let width = boxes?.columns ?? images.width
        let height = network.inputShape.count / width
        var layers: [SearchReport.ImageLayer] = []
        for node in network.nodes where node.inputs == [.input] {
            guard case .linear(let linear) = node.operation else { continue }
            layers.append(.init(name: node.name, width: width, height: height, linear: linear))
        }
        let compiled = try network.compiled(setting.options, over: BN254Fields.Scalar.self)
        self.init(point: trial.id, layers: layers, rectifiers: compiled.rectifierBits)
    }
}

extension CompiledNetwork {
    /// For each rectifier the constraints of its neurons without the product that gives the sign: the bits of their windows.
    fileprivate var rectifierBits: [SearchReport.Rectifier] {
        let counts = Dictionary(
            circuit.costs(depth: 2).map { ($0.path, $0.constraints) }, uniquingKeysWith: +)
        return network.nodes.compactMap { node in
            guard case .rectify = node.operation else { return nil }
            let prefix = "\(node.name)/neuron["
            let bits = counts.filter { $0.key.hasPrefix(prefix) && $0.value > 0 }
                .sorted { $0.key < $1.key }.map { max(0, $0.value - 1) }
            return SearchReport.Rectifier(name: node.name, windowBits: bits)
        }
    }
}
