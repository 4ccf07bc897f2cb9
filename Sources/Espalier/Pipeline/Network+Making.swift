public import ModelCompression
public import NeuralNetworks

extension Network {
    /// Returns a perceptron trained on images, with one linear layer per entry of `hidden` and one for the
    /// classes.
    ///
    /// - Parameters:
    ///   - activation: what stands between two linear layers.
    ///   - skip: whether a linear layer from the pixels to the classes is added to the last one.
    ///   - inputBits: bits per pixel that the network sees, 1 … 8; it remembers them.
    ///   - seed: the same seed, images and machine give the same network, to the bit.
    public static func trained(
        on images: LabeledImages, hidden: [Int] = [128], activation: Activation = .relu, skip: Bool = false,
        inputBits: Int = 8, options: TrainingOptions = .default, seed: UInt64 = 1,
        progress: @escaping ProgressHandler = { _ in }
    ) throws(NetworkError) -> Network {
        let widths = [images.pixelsPerImage] + hidden + [images.classCount]
        let step = "Train \(Self.architecture(widths, activation: activation, skip: skip))"
        var generator = SeededGenerator(seed: seed)
        var network = Network.multilayerPerceptron(
            widths: widths, activation: activation, skip: skip, using: &generator)
        network.inputBits = inputBits
        progress(.running(step, fraction: 0))
        try network.train(on: images.coarsened(toBits: inputBits), options: options, using: &generator) {
            state in
            progress(state.event(of: step))
        }
        progress(.finished(step, summary: options.epochs == 1 ? "1 epoch" : "\(options.epochs) epochs"))
        return network
    }

    /// Returns the network without the smallest weights, trained on where a schedule is given.
    ///
    /// - Parameters:
    ///   - sparsity: the fraction of all weights that goes, 0 … 1.
    ///   - images: with all bits of their pixels; the network sees as many as it was trained with.
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
            toSparsity: sparsity, retrainingOn: images.coarsened(toBits: inputBits), schedule: schedule,
            using: &generator
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
    ///   - images: with all bits of their pixels; saliency is measured on the first 8192.
    public func pruned(
        toSparsity sparsity: Double, granularity: PruningGranularity, bySaliencyOn images: LabeledImages
    ) throws(NetworkError) -> Network {
        var network = self
        let sample = images.prefix(Self.saliencyImageCount).coarsened(toBits: inputBits)
        try network.prune(toSparsity: sparsity, granularity: granularity, bySaliencyOn: sample)
        return network
    }

    /// Returns the network trained on with parameters that are rounded as `quantized` will round them.
    ///
    /// - Parameter images: with all bits of their pixels.
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

    /// Returns the fraction of images whose class the network gives, 0 … 1, when it sees as many bits of their
    /// pixels as it was trained with.
    ///
    /// - Parameter images: with all bits of their pixels.
    public func trainedAccuracy(on images: LabeledImages) throws(NetworkError) -> Double {
        try accuracy(on: images.coarsened(toBits: inputBits))
    }

    /// A chain's widths as the field writes them: `784–128–ReLU–10`, `784–20–Square–10`, with
    /// ` + 784–10` for a skip.
    static func architecture(
        _ widths: [Int], activation: Activation = .relu, skip: Bool = false
    ) -> String {
        let name = activation == .relu ? "ReLU" : "Square"
        let chain = widths.enumerated().map { index, width in
            index > 0 && index < widths.count - 1 ? "\(width)–\(name)" : "\(width)"
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
