extension Network {
    /// Returns the mean cross-entropy of softmax over some inputs, and its gradient by each parameter that a
    /// node reads. Masks are not applied to gradients.
    ///
    /// - Throws: `inputShape` for tensors of another shape, `tooFewClasses` for a label that the network has
    ///   no output for, `noData` without inputs, and what `validate()` throws.
    package func lossAndGradients(
        inputs: [Tensor], labels: [UInt8]
    ) throws(NetworkError) -> (loss: Double, gradients: [String: Tensor]) {
        precondition(inputs.count == labels.count, "one label per input")
        try validate()
        let plan = try ExecutionPlan(self, presentsAnswer: false)
        guard !inputs.isEmpty else { throw NetworkError(.noData, at: inputName) }
        guard inputs.allSatisfy({ $0.shape == inputShape }) else {
            throw NetworkError(.inputShape, at: inputName)
        }
        guard labels.allSatisfy({ $0 < plan.valueWidths[plan.outputPosition] }) else {
            throw NetworkError(.tooFewClasses, at: outputName)
        }
        guard plan.needsGradient[plan.outputPosition] else {
            throw NetworkError(.noTrainableNode, at: outputName)
        }
        var workspace = Workspace(plan, capacity: inputs.count, forTraining: true)
        workspace.values[0].elements = inputs.flatMap(\.elements)
        var gradient = [Float](repeating: 0, count: plan.parameters.count)
        let loss = plan.parameters.withUnsafeBufferPointer { parameters in
            gradient.withUnsafeMutableBufferPointer { gradient in
                workspace.addGradient(
                    plan, parameters: parameters, labels: labels, batchSize: inputs.count, to: gradient)
            }
        }
        let gradients = plan.parameterRanges.map { name, range in
            (name, Tensor(shape: parameters[name]!.tensor.shape, elements: Array(gradient[range])))
        }
        return (loss / Double(inputs.count), Dictionary(uniqueKeysWithValues: gradients))
    }
}

extension Workspace {
    /// Runs the batch in `values[0]` forwards and back. Returns the summed losses and adds their gradient,
    /// divided by `batchSize`.
    mutating func addGradient(
        _ plan: ExecutionPlan, parameters: UnsafeBufferPointer<Float>, labels: [UInt8], batchSize: Int,
        to gradient: UnsafeMutableBufferPointer<Float>
    ) -> Double {
        forward(plan, parameters: parameters)
        for index in gradients.indices { gradients[index].setZero() }
        let loss = CrossEntropy.gradient(
            logits: values[plan.outputPosition], labels: labels, weight: 1 / Float(batchSize),
            into: &gradients[plan.outputPosition])
        backward(plan, parameters: parameters, to: gradient)
        return loss
    }
}
