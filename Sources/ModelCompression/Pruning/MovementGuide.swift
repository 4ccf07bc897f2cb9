package import NeuralNetworks

/// Prunes by movement while a network is trained: every weight has a score, `−Σ w · g` over the steps made, and in each
/// pass only the best are there.
///
/// Weights that are out do not move, but go on collecting scores, and may come back (Sanh, Wolf and Rush, *Movement
/// Pruning: Adaptive Sparsity by Fine-Tuning*, 2020, section 4: the straight-through gradient of the scores). The
/// sparsity grows along the schedule's curve.
package struct MovementGuide: TrainingGuide {
    private let network: Network
    private let schedule: PruningSchedule
    private let target: Double
    /// The sparsity that pruning begins with.
    private let start: Double
    private var places: [(name: String, range: Range<Int>)] = []
    private var scores: [Float] = []
    private var survives: [Bool] = []
    /// The trained parameters before a step, for those that do not move in it.
    private var held: [Float] = []

    /// Steps between two choices of the weights that take part.
    package static let interval = 32

    /// - Throws: `unknownLayer` where the schedule's scope names a node that is not a linear one.
    package init(
        _ network: Network, _ schedule: PruningSchedule, toSparsity target: Double
    ) throws(NetworkError) {
        self.network = network
        self.schedule = schedule
        self.target = target
        start = try network.sparsity(granularity: schedule.granularity, scope: schedule.scope)
    }

    /// The scores so far.
    package var weightScores: WeightScores {
        WeightScores(Dictionary(uniqueKeysWithValues: places.map { ($0.name, Array(scores[$0.range])) }))
    }

    package mutating func begin(_ ranges: [String: Range<Int>], trained: [Float]) {
        scores = [Float](repeating: 0, count: trained.count)
        survives = [Bool](repeating: true, count: trained.count)
        places = network.weightNames.map { ($0, ranges[$0]!) }
        for (name, range) in places {
            if let mask = network.parameters[name]!.mask { survives.replaceSubrange(range, with: mask) }
        }
    }

    package mutating func parametersSeen(
        _ trained: [Float], at step: TrainingStep
    ) throws(NetworkError) -> [Float] {
        if step.index > 0, step.index % Self.interval == 0 {
            let sparsity = schedule.sparsity(
                from: start, to: target, at: Double(step.index) / Double(step.count))
            let mask = try network.survivors(
                atSparsity: sparsity, by: weightScores, granularity: schedule.granularity,
                scope: schedule.scope)
            for (name, range) in places { survives.replaceSubrange(range, with: mask.survives[name]!) }
        }
        held = trained
        var seen = trained
        for index in seen.indices where !survives[index] { seen[index] = 0 }
        return seen
    }

    package mutating func observe(_ gradient: [[Float]], of trained: [Float], at step: TrainingStep) {
        for (_, range) in places {
            for part in gradient {
                for index in range { scores[index] -= trained[index] * part[index] }
            }
        }
    }

    package mutating func confine(_ trained: inout [Float], after step: TrainingStep) {
        for index in trained.indices where !survives[index] { trained[index] = held[index] }
    }
}
