public import NeuralNetworks

extension Network {
    /// Prunes to a sparsity in the steps of a schedule and trains what survives after each.
    ///
    /// - Parameters:
    ///   - sparsity: 0 … 1, as for `prune(toSparsity:granularity:)`.
    ///   - progress: as in training; epochs and fraction count over the whole schedule.
    /// - Throws: as `prune(toSparsity:granularity:)` and `train(on:options:using:progress:)`.
    public mutating func prune(
        toSparsity sparsity: Double, retrainingOn images: LabeledImages, schedule: PruningSchedule = .default,
        using generator: inout some RandomNumberGenerator,
        progress: ((TrainingProgress) -> Void)? = nil
    ) throws(NetworkError) {
        var pruned = self
        try pruned.prune(toSparsity: sparsity, granularity: schedule.granularity)
        // Without weights there is nothing to train.
        if pruned.survivingWeightCount == 0 {
            self = pruned
            return
        }
        pruned = self
        let phases = schedule.phases(from: pruned.sparsity, to: sparsity)
        let epochCount = phases.reduce(0) { $0 + $1.training.epochs }
        var epochsDone = 0
        for phase in phases {
            switch schedule.criterion {
            case .magnitude:
                try pruned.prune(toSparsity: phase.sparsity, granularity: schedule.granularity)
            case .saliency:
                try pruned.prune(
                    toSparsity: phase.sparsity, granularity: schedule.granularity,
                    bySaliencyOn: images.prefix(Self.saliencyImageCount))
            }
            let epochs = phase.training.epochs
            try pruned.train(on: images, options: phase.training, using: &generator) { report in
                progress?(
                    TrainingProgress(
                        epoch: epochsDone + report.epoch, epochCount: epochCount,
                        fraction: (Double(epochsDone) + report.fraction * Double(epochs))
                            / Double(epochCount),
                        loss: report.loss))
            }
            epochsDone += epochs
        }
        self = pruned
    }

    /// How many images saliency is measured on.
    package static var saliencyImageCount: Int { 8192 }
}
