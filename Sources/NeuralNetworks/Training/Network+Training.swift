extension Network {
    /// Trains the parameters on images by minibatch Adam on the cross-entropy of softmax.
    ///
    /// The result is a function of the network, the images, the options and what the generator yields: to
    /// the bit on one kind of machine, on any number of cores. Masked elements of parameters stay zero. A
    /// final softmax or argmax takes no part. Images are moved by whole pixels before the network's input
    /// transform is applied.
    ///
    /// - Parameter progress: called every few batches, on the calling thread.
    /// - Throws: `noData`, `inputShape`, `tooFewClasses` or `noTrainableNode` where images and network do not
    ///   fit, and what `validate()` throws; `notFinite` where the loss diverged. The network is then as before.
    public mutating func train(
        on images: LabeledImages, options: TrainingOptions = .default,
        using generator: inout some RandomNumberGenerator,
        progress: ((TrainingProgress) -> Void)? = nil
    ) throws(NetworkError) {
        var guide = UnguidedTraining()
        try train(on: images, options: options, guidedBy: &guide, using: &generator, progress: progress)
    }

    /// Trains as `train(on:options:using:progress:)`, accompanied by a guide.
    package mutating func train(
        on images: LabeledImages, options: TrainingOptions, guidedBy guide: inout some TrainingGuide,
        using generator: inout some RandomNumberGenerator, progress: ((TrainingProgress) -> Void)? = nil
    ) throws(NetworkError) {
        options.checkRanges()
        let plan = try trainingPlan(for: images)
        var optimizer = AdamOptimizer(parameters: plan.parameters, survives: survival(in: plan))
        var shards = (0..<TrainingShard.count).map { _ in TrainingShard(plan, batchSize: options.batchSize) }
        let batches = (images.count + options.batchSize - 1) / options.batchSize
        let steps = batches * options.epochs
        let stepsPerReport = max(1, batches / 20)
        var (loss, lossCount) = (0.0, 0)
        var order = Array(0..<images.count)
        try guide.begin(plan.parameterRanges, trained: optimizer.parameters)
        for step in 0..<steps {
            let moment = TrainingStep(index: step, count: steps)
            let batch = step % batches
            if batch == 0 { order.shuffle(using: &generator) }
            let indices = order[
                batch * options.batchSize..<min(images.count, (batch + 1) * options.batchSize)]
            let examples = indices.map {
                TrainingExample(index: $0, shift: .random(distance: options.shiftDistance, using: &generator))
            }
            let seen = try guide.parametersSeen(optimizer.parameters, at: moment)
            shards.compute(examples, of: images, plan, parameters: seen)
            let rate = options.learningRate * Float(steps - step) / Float(steps)
            let gradients = shards.map(\.gradient)
            guide.observe(gradients, of: optimizer.parameters, at: moment)
            optimizer.step(against: gradients, rate: rate)
            optimizer.confine { guide.confine(&$0, after: moment) }
            loss += shards.reduce(0) { $0 + $1.loss }
            lossCount += examples.count
            guard loss.isFinite else { throw NetworkError(.notFinite, at: "loss") }
            if step % stepsPerReport == stepsPerReport - 1 || batch == batches - 1 {
                progress?(
                    TrainingProgress(
                        epoch: step / batches + 1, epochCount: options.epochs,
                        fraction: Double(step + 1) / Double(steps), loss: loss / Double(lossCount)))
                (loss, lossCount) = (0, 0)
            }
        }
        guard optimizer.parameters.allSatisfy(\.isFinite) else { throw NetworkError(.notFinite, at: "loss") }
        adopt(optimizer.parameters, of: plan)
    }

    /// Checks that network and images fit, and resolves the network.
    func trainingPlan(for images: LabeledImages) throws(NetworkError) -> ExecutionPlan {
        try validate()
        let plan = try ExecutionPlan(self, presentsAnswer: false)
        guard images.count > 0 else { throw NetworkError(.noData, at: "images") }
        guard inputTransform.makes(inputShape.count, of: images) else {
            throw NetworkError(.inputShape, at: inputName)
        }
        guard images.classCount <= plan.valueWidths[plan.outputPosition] else {
            throw NetworkError(.tooFewClasses, at: outputName)
        }
        guard plan.needsGradient[plan.outputPosition] else {
            throw NetworkError(.noTrainableNode, at: outputName)
        }
        return plan
    }

    /// Whether each parameter of a plan survives pruning.
    private func survival(in plan: ExecutionPlan) -> [Bool] {
        var survives = [Bool](repeating: true, count: plan.parameters.count)
        for (name, range) in plan.parameterRanges {
            if let mask = parameters[name]?.mask { survives.replaceSubrange(range, with: mask) }
        }
        return survives
    }

    /// Writes a plan's trained parameters back.
    private mutating func adopt(_ trained: [Float], of plan: ExecutionPlan) {
        for (name, range) in plan.parameterRanges {
            parameters[name]!.update { $0 = Array(trained[range]) }
        }
    }
}
