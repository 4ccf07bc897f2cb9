extension Network {
    /// Returns the network's output for each input.
    ///
    /// - Throws: `inputShape` for a tensor of another shape, and what `validate()` throws.
    public func forward(_ inputs: [Tensor]) throws(NetworkError) -> [Tensor] {
        try validate()
        let plan = try ExecutionPlan(self, presentsAnswer: true)
        let shape = try valueShapes()[outputName]!
        guard inputs.allSatisfy({ $0.shape == inputShape }) else {
            throw NetworkError(.inputShape, at: inputName)
        }
        guard !inputs.isEmpty else { return [] }
        var workspace = Workspace(plan, capacity: inputs.count, forTraining: false)
        workspace.values[0].elements = inputs.flatMap(\.elements)
        plan.parameters.withUnsafeBufferPointer { workspace.forward(plan, parameters: $0) }
        let output = workspace.values[plan.outputPosition]
        return inputs.indices.map { Tensor(shape: shape, elements: Array(output.row($0))) }
    }

    /// Returns the class that the network gives each image: the index of the largest output, the lowest one
    /// where several are equal. All cores are used.
    ///
    /// - Throws: `inputShape` for images of another size, and what `validate()` throws.
    public func classes(of images: LabeledImages) throws(NetworkError) -> [Int] {
        let plan = try inferencePlan(for: images)
        let shardSize = 256
        var classes = [[Int]](repeating: [], count: (images.count + shardSize - 1) / shardSize)
        classes.concurrentlyForEach { shard, classes in
            let range = shard * shardSize..<min(images.count, (shard + 1) * shardSize)
            var workspace = Workspace(plan, capacity: range.count, forTraining: false)
            workspace.compute(images, range, plan)
            let output = workspace.values[plan.outputPosition]
            classes = range.indices.map { indexOfLargest(output.row($0 - range.lowerBound)) }
        }
        return classes.flatMap { $0 }
    }

    /// Returns the fraction of images whose class the network gives, 0 … 1.
    ///
    /// - Throws: `noData` where there are no images, and what `classes(of:)` throws.
    public func accuracy(on images: LabeledImages) throws(NetworkError) -> Double {
        guard images.count > 0 else { throw NetworkError(.noData, at: "images") }
        let correct = zip(try classes(of: images), images.labels).count { $0 == Int($1) }
        return Double(correct) / Double(images.count)
    }

    /// Hands every value that a node writes to `body`, in batches of images; a final softmax or argmax is
    /// left out.
    ///
    /// - Throws: as `classes(of:)`.
    package func visitValues(
        of images: LabeledImages, _ body: (ValueName, ArraySlice<Float>) -> Void
    ) throws(NetworkError) {
        let plan = try inferencePlan(for: images)
        let capacity = 256
        var workspace = Workspace(plan, capacity: capacity, forTraining: false)
        for start in stride(from: 0, to: images.count, by: capacity) {
            workspace.compute(images, start..<min(images.count, start + capacity), plan)
            for (node, step) in zip(nodes, plan.steps) {
                let value = workspace.values[step.output]
                body(node.output, value.elements[..<value.count])
            }
        }
    }

    private func inferencePlan(for images: LabeledImages) throws(NetworkError) -> ExecutionPlan {
        try validate()
        guard inputTransform.makes(inputShape.count, of: images) else {
            throw NetworkError(.inputShape, at: inputName)
        }
        return try ExecutionPlan(self, presentsAnswer: false)
    }
}

extension Workspace {
    /// Computes all values of some images.
    fileprivate mutating func compute(_ images: LabeledImages, _ range: Range<Int>, _ plan: ExecutionPlan) {
        rows = range.count
        for index in range {
            values[0].setRow(
                index - range.lowerBound, to: images, index: index, shift: .none, by: plan.imageWriter)
        }
        plan.parameters.withUnsafeBufferPointer { forward(plan, parameters: $0) }
    }
}
