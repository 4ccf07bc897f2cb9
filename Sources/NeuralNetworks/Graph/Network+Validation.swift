extension Network {
    /// Checks that names are unique, that every node reads values written before it, that shapes fit, that
    /// parameters are there, finite and of the right shape, and that softmax and argmax come last.
    ///
    /// The last node must write `outputName`. Values that nothing reads are allowed.
    public func validate() throws(NetworkError) {
        _ = try valueShapes()
        for (name, parameter) in parameters where !parameter.tensor.elements.allSatisfy(\.isFinite) {
            throw NetworkError(.notFinite, at: name)
        }
    }

    /// Returns the shape of every value, the input included.
    ///
    /// - Throws: what `validate()` throws, but for elements that are not finite.
    public func valueShapes() throws(NetworkError) -> [ValueName: Shape] {
        guard let last = nodes.last else { throw NetworkError(.emptyNetwork, at: inputName) }
        guard last.output == outputName else { throw NetworkError(.outputNotLast, at: outputName) }
        var shapes = [inputName: inputShape]
        var names = Set<String>()
        for (position, node) in nodes.enumerated() {
            guard names.insert(node.name).inserted else { throw NetworkError(.duplicateName, at: node.name) }
            guard shapes[node.output] == nil else { throw NetworkError(.duplicateValue, at: node.output) }
            if node.operation.isClassification && position != nodes.indices.last {
                throw NetworkError(.operationNotLast, at: node.name)
            }
            var inputs: [Shape] = []
            for name in node.inputs {
                guard let shape = shapes[name] else { throw NetworkError(.unknownValue, at: node.name) }
                inputs.append(shape)
            }
            shapes[node.output] = try outputShape(of: node, inputs: inputs)
        }
        return shapes
    }

    private func outputShape(of node: Node, inputs: [Shape]) throws(NetworkError) -> Shape {
        guard inputs.count == node.operation.inputCount else {
            throw NetworkError(.wrongInputCount, at: node.name)
        }
        let input = inputs[0]
        switch node.operation {
        case .linear(let weightsName, let biasName):
            guard let weights = parameters[weightsName]?.tensor.shape else {
                throw NetworkError(.missingParameter, at: weightsName)
            }
            guard weights.extents.count == 2 else { throw NetworkError(.parameterShape, at: weightsName) }
            guard input.extents == [weights.extents[1]] else {
                throw NetworkError(.shapeMismatch, at: node.name)
            }
            let output = Shape([weights.extents[0]])
            if let biasName {
                guard let bias = parameters[biasName]?.tensor.shape else {
                    throw NetworkError(.missingParameter, at: biasName)
                }
                guard bias == output else { throw NetworkError(.parameterShape, at: biasName) }
            }
            return output
        case .rectify, .square, .softmax:
            return input
        case .flatten:
            return [input.count]
        case .reshape(let shape):
            guard shape.count == input.count else { throw NetworkError(.shapeMismatch, at: node.name) }
            return shape
        case .add:
            guard inputs[1] == input else { throw NetworkError(.shapeMismatch, at: node.name) }
            return input
        case .argmax:
            return [1]
        }
    }
}

extension FloatOperation {
    /// The number of values that the operation reads.
    public var inputCount: Int {
        switch self {
        case .add: 2
        case .linear, .rectify, .square, .flatten, .reshape, .softmax, .argmax: 1
        }
    }

    /// Whether the operation only presents the answer: softmax or argmax.
    public var isClassification: Bool {
        switch self {
        case .softmax, .argmax: true
        case .linear, .rectify, .square, .flatten, .reshape, .add: false
        }
    }
}
