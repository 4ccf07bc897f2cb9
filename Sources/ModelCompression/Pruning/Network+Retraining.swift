public import NeuralNetworks

extension Network {
    /// Prunes to a sparsity in the steps of a schedule and trains what survives after each.
    ///
    /// By movement, the steps are one training that prunes as it goes, of as many epochs as all steps but the last have
    /// together, at least one; the training after the last step follows it.
    ///
    /// - Parameters:
    ///   - sparsity: 0 … 1, as for `prune(toSparsity:by:granularity:scope:)`.
    ///   - early: an early state of the same network, to whose values survivors return before every training.
    ///   - progress: as in training; epochs and fraction count over the whole schedule.
    /// - Throws: as `prune(toSparsity:by:granularity:scope:)`, `rewind(to:)` and
    ///   `train(on:options:using:progress:)`. The network is then as before.
    public mutating func prune(
        toSparsity sparsity: Double, retrainingOn images: LabeledImages, schedule: PruningSchedule = .default,
        rewindingTo early: Network? = nil, using generator: inout some RandomNumberGenerator,
        progress: ((TrainingProgress) -> Void)? = nil
    ) throws(NetworkError) {
        var pruned = self
        try pruned.prune(toSparsity: sparsity, granularity: schedule.granularity, scope: schedule.scope)
        // Without weights there is nothing to train.
        if pruned.survivingWeightCount == 0 {
            self = pruned
            return
        }
        pruned = self
        // What does not fit is refused before any training.
        if let early { try pruned.rewind(to: early) }
        pruned = self
        if schedule.criterion == .movement {
            try pruned.pruneByMovement(sparsity, images, schedule, early, &generator, progress)
        } else {
            try pruned.pruneInSteps(sparsity, images, schedule, early, &generator, progress)
        }
        self = pruned
    }

    private mutating func pruneInSteps(
        _ sparsity: Double, _ images: LabeledImages, _ schedule: PruningSchedule, _ early: Network?,
        _ generator: inout some RandomNumberGenerator, _ progress: ((TrainingProgress) -> Void)?
    ) throws(NetworkError) {
        let start = try self.sparsity(granularity: schedule.granularity, scope: schedule.scope)
        let phases = schedule.phases(from: start, to: sparsity)
        var part = TrainingPart(epochCount: phases.reduce(0) { $0 + $1.training.epochs })
        for phase in phases {
            let scores = try scores(by: schedule.criterion, on: images, using: &generator)
            try prune(
                toSparsity: phase.sparsity, by: scores, granularity: schedule.granularity,
                scope: schedule.scope)
            if let early { try rewind(to: early) }
            try train(
                on: images, options: phase.training, using: &generator,
                progress: part.reporting(phase.training.epochs, to: progress))
            part.epochsDone += phase.training.epochs
        }
    }

    private mutating func pruneByMovement(
        _ sparsity: Double, _ images: LabeledImages, _ schedule: PruningSchedule, _ early: Network?,
        _ generator: inout some RandomNumberGenerator, _ progress: ((TrainingProgress) -> Void)?
    ) throws(NetworkError) {
        var training = schedule.intermediate
        training.epochs = max(1, training.epochs * (schedule.steps - 1))
        var part = TrainingPart(epochCount: training.epochs + schedule.final.epochs)
        var guide = try MovementGuide(self, schedule, toSparsity: sparsity)
        try train(
            on: images, options: training, guidedBy: &guide, using: &generator,
            progress: part.reporting(training.epochs, to: progress))
        try prune(
            toSparsity: sparsity, by: guide.weightScores, granularity: schedule.granularity,
            scope: schedule.scope)
        if let early { try rewind(to: early) }
        part.epochsDone = training.epochs
        try train(
            on: images, options: schedule.final, using: &generator,
            progress: part.reporting(schedule.final.epochs, to: progress))
    }

    /// Returns what the weights are worth now.
    ///
    /// - Precondition: not by movement, which is no property of a moment.
    package func scores(
        by criterion: PruningCriterion, on images: LabeledImages,
        using generator: inout some RandomNumberGenerator
    ) throws(NetworkError) -> WeightScores {
        switch criterion {
        case .magnitude: return .magnitude(of: self)
        case .saliency: return try .saliency(of: self, on: images.prefix(Self.saliencyImageCount))
        case .random: return .random(of: self, using: &generator)
        case .movement: preconditionFailure("movement is collected while a network is trained")
        }
    }

    /// How many images saliency is measured on.
    package static var saliencyImageCount: Int { 8192 }
}

/// A training among several that count as one.
private struct TrainingPart {
    let epochCount: Int
    var epochsDone = 0

    /// Returns who is told of a training's progress, as part of the whole.
    func reporting(
        _ epochs: Int, to progress: ((TrainingProgress) -> Void)?
    ) -> ((TrainingProgress) -> Void)? {
        guard let progress else { return nil }
        return { report in
            progress(
                TrainingProgress(
                    epoch: epochsDone + report.epoch, epochCount: epochCount,
                    fraction: (Double(epochsDone) + report.fraction * Double(epochs)) / Double(epochCount),
                    loss: report.loss))
        }
    }
}
