/// One of the parts that a batch is cut into, with the memory to compute its gradient.
///
/// How a batch is cut never depends on the machine, so the sums come out the same on any number of cores.
struct TrainingShard: Sendable {
    /// The number of shards of every batch.
    static let count = 4

    private var workspace: Workspace
    private(set) var gradient: [Float]
    /// The summed losses of the shard's images.
    private(set) var loss = 0.0

    init(_ plan: ExecutionPlan, batchSize: Int) {
        let capacity = (batchSize + Self.count - 1) / Self.count
        workspace = Workspace(plan, capacity: capacity, forTraining: true)
        gradient = [Float](repeating: 0, count: plan.parameters.count)
    }

    /// Computes loss and gradient of this shard's images, those at `examples`.
    mutating func compute(
        _ examples: ArraySlice<TrainingExample>, of images: LabeledImages, batchSize: Int,
        _ plan: ExecutionPlan, parameters: UnsafeBufferPointer<Float>
    ) {
        loss = 0
        gradient.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
        guard !examples.isEmpty else { return }
        workspace.rows = examples.count
        for (row, example) in examples.enumerated() {
            workspace.values[0].setRow(
                row, to: images, index: example.index, shift: example.shift, by: plan.imageWriter)
        }
        let labels = examples.map { images.labels[$0.index] }
        loss = gradient.withUnsafeMutableBufferPointer {
            workspace.addGradient(
                plan, parameters: parameters, labels: labels, batchSize: batchSize, to: $0)
        }
    }
}

extension [TrainingShard] {
    /// Cuts a batch into shards and computes their losses and gradients, on all cores. The batch's gradient
    /// is the sum of theirs.
    mutating func compute(
        _ examples: [TrainingExample], of images: LabeledImages, _ plan: ExecutionPlan, parameters: [Float]
    ) {
        let shardCount = count
        parameters.withUnsafeBufferPointer { parameters in
            nonisolated(unsafe) let parameters = parameters
            concurrentlyForEach { index, shard in
                let start = index * examples.count / shardCount
                let end = (index + 1) * examples.count / shardCount
                shard.compute(
                    examples[start..<end], of: images, batchSize: examples.count, plan, parameters: parameters
                )
            }
        }
    }
}

/// An image of an epoch, and how it is moved there.
struct TrainingExample: Sendable {
    let index: Int
    let shift: PixelShift
}
