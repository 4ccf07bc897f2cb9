public import ModelCompression
public import NeuralNetworks

extension Network {
    /// Returns a perceptron trained on images, with one linear layer per entry of `hidden` and one for the
    /// classes.
    ///
    /// - Parameters:
    ///   - skip: whether a linear layer from the pixels to the classes is added to the last one.
    ///   - inputTransform: what becomes of an image before the network sees it; it remembers.
    ///   - seed: the same seed, images and machine give the same network, to the bit.
    /// - Throws: `NetworkError`, of it `inputShape` where the transform's boxes are those of other images.
    public static func trained(
        on images: LabeledImages, hidden: [Int] = [128], skip: Bool = false,
        inputTransform: InputTransform = InputTransform(), options: TrainingOptions = .default,
        seed: UInt64 = 1, progress: @escaping ProgressHandler = { _ in }
    ) throws(NetworkError) -> Network {
        let valueCount = try inputTransform.valueCount(width: images.width, height: images.height)
        let widths = [valueCount] + hidden + [images.classCount]
        let step = "Train \(Self.architecture(widths, skip: skip))"
        var generator = SeededGenerator(seed: seed)
        var network = Network.multilayerPerceptron(widths: widths, skip: skip, using: &generator)
        network.inputTransform = inputTransform
        progress(.running(step, fraction: 0))
        try network.train(on: images, options: options, using: &generator) { state in
            progress(state.event(of: step))
        }
        progress(.finished(step, summary: options.epochs == 1 ? "1 epoch" : "\(options.epochs) epochs"))
        return network
    }

    /// Returns the network without the smallest weights, trained on where a schedule is given.
    ///
    /// - Parameters:
    ///   - sparsity: the fraction of all weights that goes, 0 … 1.
    ///   - schedule: also says what goes first and what goes at once.
    public func pruned(
        toSparsity sparsity: Double, retrainingOn images: LabeledImages? = nil,
        schedule: PruningSchedule = .default, seed: UInt64 = 1,
        progress: @escaping ProgressHandler = { _ in }
    ) throws(NetworkError) -> Network {
        var network = self
        guard let images, sparsity > 0, sparsity < 1 else {
            try network.prune(toSparsity: sparsity, granularity: schedule.granularity)
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

    /// Returns the network without the weights of least saliency, and trains no more.
    ///
    /// - Parameters:
    ///   - sparsity: the fraction of all weights that goes, 0 … 1.
    ///   - images: saliency is measured on the first 8192.
    public func pruned(
        toSparsity sparsity: Double, granularity: PruningGranularity, bySaliencyOn images: LabeledImages
    ) throws(NetworkError) -> Network {
        var network = self
        let sample = images.prefix(Self.saliencyImageCount)
        try network.prune(toSparsity: sparsity, granularity: granularity, bySaliencyOn: sample)
        return network
    }

    /// Returns the network trained on with parameters that are rounded as `quantized` will round them.
    public func trained(
        roundedBy options: QuantizationOptions, on images: LabeledImages, training: TrainingOptions,
        seed: UInt64 = 1, progress: @escaping ProgressHandler = { _ in }
    ) throws(QuantizationError) -> Network {
        let step = "Train on, rounded"
        var network = self
        var generator = SeededGenerator(seed: seed)
        progress(.running(step, fraction: 0))
        try network.train(roundedBy: options, on: images, training: training, using: &generator) { state in
            progress(state.event(of: step))
        }
        let epochs = training.epochs == 1 ? "1 epoch" : "\(training.epochs) epochs"
        progress(.finished(step, summary: epochs))
        return network
    }

    /// A chain's widths as the field writes them: `784–128–ReLU–10`, with ` + 784–10` for a skip.
    static func architecture(_ widths: [Int], skip: Bool = false) -> String {
        let chain = widths.enumerated().map { index, width in
            index > 0 && index < widths.count - 1 ? "\(width)–ReLU" : "\(width)"
        }.joined(separator: "–")
        return skip ? "\(chain) + \(widths[0])–\(widths[widths.count - 1])" : chain
    }
}

extension TrainingProgress {
    fileprivate func event(of step: String) -> ProgressEvent {
        return .running(
            step, fraction: fraction,
            detail: "epoch \(epoch) of \(epochCount), loss \(NumberText.fixed(loss, decimals: 3))")
    }
}
