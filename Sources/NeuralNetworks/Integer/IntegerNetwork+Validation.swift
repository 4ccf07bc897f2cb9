extension IntegerNetwork {
    /// Checks that there are nodes, that names are unique, that every node reads values written before it,
    /// that counts fit, and that input bits (1 … 8) and shifts (0 … 62) lie in their ranges.
    public func validate() throws(NetworkError) {
        _ = try nodeCounts()
    }

    /// Returns the number of elements of each node's value.
    ///
    /// - Throws: what `validate()` throws.
    public func nodeCounts() throws(NetworkError) -> [Int] {
        guard !nodes.isEmpty else { throw NetworkError(.emptyNetwork, at: "network") }
        guard (1...8).contains(inputBits) else { throw NetworkError(.inputBits, at: "input") }
        var counts: [Int] = []
        var names = Set<String>()
        for node in nodes {
            guard names.insert(node.name).inserted else { throw NetworkError(.duplicateName, at: node.name) }
            var inputs: [Int] = []
            for value in node.inputs {
                switch value {
                case .input: inputs.append(inputShape.count)
                case .node(let index):
                    guard counts.indices.contains(index) else {
                        throw NetworkError(.unknownValue, at: node.name)
                    }
                    inputs.append(counts[index])
                }
            }
            guard inputs.count == node.operation.inputCount else {
                throw NetworkError(.wrongInputCount, at: node.name)
            }
            switch node.operation {
            case .linear(let linear):
                guard linear.inputCount == inputs[0] else {
                    throw NetworkError(.shapeMismatch, at: node.name)
                }
                guard linear.outputCount > 0 else { throw NetworkError(.shapeMismatch, at: node.name) }
                counts.append(linear.outputCount)
            case .rectify(let shift):
                guard (0...62).contains(shift) else { throw NetworkError(.shift, at: node.name) }
                counts.append(inputs[0])
            case .square: counts.append(inputs[0])
            case .add:
                guard inputs[0] == inputs[1] else { throw NetworkError(.shapeMismatch, at: node.name) }
                counts.append(inputs[0])
            }
        }
        return counts
    }

    /// The largest value of an input element: 2^inputBits − 1.
    public var largestInput: Int { (1 << inputBits) - 1 }
}

extension IntegerOperation {
    /// The number of values that the operation reads.
    public var inputCount: Int {
        switch self {
        case .add: 2
        case .linear, .rectify, .square: 1
        }
    }
}
