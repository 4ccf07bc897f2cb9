public import ModelCompression
public import NeuralNetworks

extension Network {
    /// Returns a perceptron trained on images, with one linear layer per entry of `hidden` and one for the
    /// classes.
    ///
    /// - Parameters:
    ///   - activation: what stands between two linear layers.
    ///   - skip: whether a linear layer from the pixels to the classes is added to the last one.
    ///   - inputTransform: what becomes of an image before the network sees it; it remembers.
    ///   - seed: the same seed, images and machine give the same network, to the bit.
    /// - Throws: `NetworkError`, of it `inputShape` where the transform's boxes are those of other images.
    public static func trained(
        on images: LabeledImages, hidden: [Int] = [128], activation: Activation = .relu, skip: Bool = false,
        inputTransform: InputTransform = InputTransform(), options: TrainingOptions = .default,
        seed: UInt64 = 1, progress: @escaping ProgressHandler = { _ in }
    ) throws(NetworkError) -> Network {
        let valueCount = try inputTransform.valueCount(width: images.width, height: images.height)
        let widths = [valueCount] + hidden + [images.classCount]
        let step = "Train \(Self.architecture(widths, activation: activation, skip: skip))"
        var generator = SeededGenerator(seed: seed)
        var network = Network.multilayerPerceptron(
            widths: widths, activation: activation, skip: skip, using: &generator)
        network.inputTransform = inputTransform
        progress(.running(step, fraction: 0))
        try network.train(on: images, options: options, using: &generator) { state in
            progress(state.event(of: step))
        }
        progress(.finished(step, summary: options.epochs == 1 ? "1 epoch" : "\(options.epochs) epochs"))
        return network
    }

    /// Returns the network without the least weights, trained on as a schedule says.
    ///
    /// - Parameters:
    ///   - sparsity: the fraction of what is pruned that goes, 0 … 1.
    ///   - images: nil to prune at once by magnitude and train no more.
    ///   - schedule: also says what goes first, what goes at once and where.
    ///   - early: an earlier state of the network, to whose values survivors return before every training.
    public func pruned(
        toSparsity sparsity: Double, retrainingOn images: LabeledImages? = nil,
        schedule: PruningSchedule = .default, rewindingTo early: Network? = nil, seed: UInt64 = 1,
        progress: @escaping ProgressHandler = { _ in }
    ) throws(NetworkError) -> Network {
        var network = self
        guard let images, sparsity > 0 else {
            try network.prune(
                toSparsity: sparsity, granularity: schedule.granularity, scope: schedule.scope)
            return network
        }
        let step = "Prune \(NumberText.sparsity(sparsity)) and retrain"
        var generator = SeededGenerator(seed: seed)
        progress(.running(step, fraction: 0))
        try network.prune(
            toSparsity: sparsity, retrainingOn: images, schedule: schedule, rewindingTo: early,
            using: &generator
        ) { state in
            progress(state.event(of: step))
        }
        progress(.finished(step, summary: "\(NumberText.grouped(network.survivingWeightCount)) weights left"))
        return network
    }

    /// Returns the network without the weights of the least scores, and trains no more.
    ///
    /// - Parameters:
    ///   - sparsity: the fraction of what is pruned that goes, 0 … 1.
    ///   - schedule: what goes first, what goes at once and where; not by movement, which needs training.
    ///   - images: saliency is measured on the first 8192.
    ///   - seed: of random scores.
    public func prunedAtOnce(
        toSparsity sparsity: Double, schedule: PruningSchedule, on images: LabeledImages, seed: UInt64 = 1
    ) throws(NetworkError) -> Network {
        var network = self
        var generator = SeededGenerator(seed: seed)
        let scores = try network.scores(by: schedule.criterion, on: images, using: &generator)
        try network.prune(
            toSparsity: sparsity, by: scores, granularity: schedule.granularity, scope: schedule.scope)
        return network
    }

    /// Returns the network in integers, trained on while its weights are rounded where training is asked for.
    ///
    /// - Parameter images: to train on and to calibrate with.
    public func quantized(
        _ options: QuantizationOptions, training: TrainingOptions?, on images: LabeledImages,
        seed: UInt64 = 1, progress: @escaping ProgressHandler = { _ in }
    ) throws(QuantizationError) -> QuantizedNetwork {
        var network = self
        var scales = RowScales()
        if let training {
            let step = "Train on, rounded"
            var generator = SeededGenerator(seed: seed)
            progress(.running(step, fraction: 0))
            scales = try network.train(
                roundedBy: options, on: images, training: training, using: &generator
            ) { state in
                progress(state.event(of: step))
            }
            let epochs = training.epochs == 1 ? "1 epoch" : "\(training.epochs) epochs"
            progress(.finished(step, summary: epochs))
        }
        let (integers, summary) = try network.quantized(options, rowScales: scales, calibratedOn: images)
        return QuantizedNetwork(integers: integers, floats: network, summary: summary)
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
