public import ModelCompression
public import NeuralNetworks

extension Network {
    /// Returns a perceptron trained on images, with one linear layer per entry of `hidden` and one for the
    /// classes.
    ///
    /// - Parameter seed: the same seed, images and machine give the same network, to the bit.
    public static func trained(
        on images: LabeledImages, hidden: [Int] = [128], options: TrainingOptions = .default,
        seed: UInt64 = 1, progress: @escaping ProgressHandler = { _ in }
    ) throws(NetworkError) -> Network {
        let widths = [images.pixelsPerImage] + hidden + [images.classCount]
        let step = "Train \(Self.architecture(widths))"
        var generator = SeededGenerator(seed: seed)
        var network = Network.multilayerPerceptron(widths: widths, using: &generator)
        progress(.running(step, fraction: 0))
        try network.train(on: images, options: options, using: &generator) { state in
            progress(state.event(of: step))
        }
        progress(.finished(step, summary: options.epochs == 1 ? "1 epoch" : "\(options.epochs) epochs"))
        return network
    }

    /// Returns the network without the smallest weights, trained on where a schedule is given.
    ///
    /// - Parameter sparsity: the fraction of all weights that goes, 0 … 1.
    public func pruned(
        toSparsity sparsity: Double, retrainingOn images: LabeledImages? = nil,
        schedule: PruningSchedule = .default, seed: UInt64 = 1,
        progress: @escaping ProgressHandler = { _ in }
    ) throws(NetworkError) -> Network {
        var network = self
        guard let images, sparsity > 0, sparsity < 1 else {
            try network.prune(toSparsity: sparsity)
            return network
        }
        let step = "Prune \(NumberText.sparsity(sparsity)) and retrain"
        var generator = SeededGenerator(seed: seed)
        progress(.running(step, fraction: 0))
        try network.prune(
            toSparsity: sparsity, retrainingOn: images, schedule: schedule, using: &generator
        ) { state in
            progress(state.event(of: step))
        }
        progress(.finished(step, summary: "\(NumberText.grouped(network.survivingWeightCount)) weights left"))
        return network
    }

    /// A chain's widths as the field writes them: `784–128–ReLU–10`.
    static func architecture(_ widths: [Int]) -> String {
        widths.enumerated().map { index, width in
            index > 0 && index < widths.count - 1 ? "\(width)–ReLU" : "\(width)"
        }.joined(separator: "–")
    }
}

extension TrainingProgress {
    fileprivate func event(of step: String) -> ProgressEvent {
        return .running(
            step, fraction: fraction,
            detail: "epoch \(epoch) of \(epochCount), loss \(NumberText.fixed(loss, decimals: 3))")
    }
}
