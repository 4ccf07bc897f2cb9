public import NeuralNetworks

/// How a network is pruned to a sparsity, with training after each step.
public struct PruningSchedule: Hashable, Sendable {
    /// How sparsity grows from step to step.
    public enum Curve: String, Hashable, CaseIterable, Codable, Sendable {
        /// After step i of n the part `1 − (1 − i/n)³` of the way is done: much while there is much to lose, little
        /// at the end (Zhu and Gupta, *To prune, or not to prune*, 2017).
        case cubic
        /// Every step removes the same fraction of what is left (Han, Pool, Tran and Dally, *Learning both Weights and
        /// Connections*, 2015).
        case iterative
        /// Every step removes as many weights.
        case linear
    }

    public var criterion: PruningCriterion
    public var granularity: PruningGranularity
    public var scope: PruningScope
    public var curve: Curve
    /// The number of steps towards the target; one is all at once.
    public let steps: Int
    /// Training after every step but the last.
    public var intermediate: TrainingOptions
    /// Training after the last step.
    public var final: TrainingOptions

    /// - Precondition: at least one step.
    public init(
        criterion: PruningCriterion = .magnitude, granularity: PruningGranularity = .weight,
        scope: PruningScope = .global, curve: Curve = .cubic, steps: Int, intermediate: TrainingOptions,
        final: TrainingOptions
    ) {
        self.criterion = criterion
        self.granularity = granularity
        self.scope = scope
        self.curve = curve
        precondition(steps > 0, "a schedule has at least one step")
        self.steps = steps
        self.intermediate = intermediate
        self.final = final
    }

    /// By magnitude, nine epochs in four steps. Images are not moved: a sparse network has no room for what
    /// that teaches. MNIST with 784–128–10 keeps 98.2 % at sparsity 0.9, 97.4 % at 0.95; by saliency it
    /// keeps 98.2 % and 98.1 %, and 97.0 % at 0.98.
    public static let `default` = PruningSchedule(
        steps: 4,
        intermediate: TrainingOptions(epochs: 1, learningRate: 0.004, shiftDistance: 0),
        final: TrainingOptions(epochs: 6, learningRate: 0.005, shiftDistance: 0))

    /// One step: prune to a sparsity, then train.
    struct Phase: Hashable, Sendable {
        let sparsity: Double
        let training: TrainingOptions
    }

    /// The steps from one sparsity to a higher one.
    func phases(from start: Double, to target: Double) -> [Phase] {
        (1...steps).map { step in
            Phase(
                sparsity: sparsity(from: start, to: target, at: Double(step) / Double(steps)),
                training: step == steps ? final : intermediate)
        }
    }

    /// The sparsity when the part `progress` of the steps is made, 0 … 1.
    package func sparsity(from start: Double, to target: Double, at progress: Double) -> Double {
        // From 1 on nothing is left that could go.
        guard progress < 1, start < 1 else { return target }
        let left = 1 - progress
        let sparsity =
            switch curve {
            case .cubic: target - (target - start) * left * left * left
            case .linear: start + (target - start) * progress
            case .iterative:
                1 - (1 - start) * power((1 - target) / (1 - start), progress)
            }
        return min(max(sparsity, 0), 1)
    }
}
