extension Network {
    /// Returns the mean square of every parameter's gradient over the images in batches of 128, as Adam's
    /// second moment estimates it. Masks are not applied. All cores are used.
    ///
    /// - Throws: as `train(on:options:using:progress:)`.
    public func meanSquaredGradients(on images: LabeledImages) throws(NetworkError) -> [String: Tensor] {
        let plan = try trainingPlan(for: images)
        let batchSize = 128
        var shards = (0..<TrainingShard.count).map { _ in TrainingShard(plan, batchSize: batchSize) }
        var sums = [Float](repeating: 0, count: plan.parameters.count)
        var batches: Float = 0
        for start in stride(from: 0, to: images.count, by: batchSize) {
            let examples = (start..<min(images.count, start + batchSize)).map {
                TrainingExample(index: $0, shift: .none)
            }
            shards.compute(examples, of: images, plan, parameters: plan.parameters)
            for index in sums.indices {
                let gradient = shards.reduce(0) { $0 + $1.gradient[index] }
                sums[index] += gradient * gradient
            }
            batches += 1
        }
        let means = plan.parameterRanges.map { name, range in
            let elements = sums[range].map { $0 / batches }
            return (name, Tensor(shape: parameters[name]!.tensor.shape, elements: elements))
        }
        return Dictionary(uniqueKeysWithValues: means)
    }
}
