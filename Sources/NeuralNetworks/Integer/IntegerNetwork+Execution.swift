extension IntegerNetwork {
    /// Returns the logits for one input, exactly.
    ///
    /// - Parameter input: one integer in 0 … 2^inputBits − 1 per element of `inputShape`.
    /// - Throws: `inputShape`, `inputRange` for an unfit input; `overflow` where a sum or product leaves
    ///   ±2^125; what `validate()` throws.
    public func logits(for input: [Int]) throws(NetworkError) -> [Int128] {
        try nodeValues(for: input).last!
    }

    /// Returns the value of every node for one input; the last are the logits.
    ///
    /// - Throws: as `logits(for:)`.
    public func nodeValues(for input: [Int]) throws(NetworkError) -> [[Int128]] {
        try validate()
        guard input.count == inputShape.count else { throw NetworkError(.inputShape, at: "input") }
        guard input.allSatisfy((0...largestInput).contains) else {
            throw NetworkError(.inputRange, at: "input")
        }
        let input = input.map { Int128($0) }
        var values: [[Int128]] = []
        for node in nodes {
            let inputs = node.inputs.map { value in
                switch value {
                case .input: input
                case .node(let index): values[index]
                }
            }
            guard let value = node.operation.checkedValue(of: inputs) else {
                throw NetworkError(.overflow, at: node.name)
            }
            values.append(value)
        }
        return values
    }

    /// Returns the answer that logits stand for: the index of the largest, the lowest one of equal ones.
    ///
    /// - Precondition: there is at least one logit.
    public static func classification(of logits: [Int128]) -> Int {
        indexOfLargest(logits)
    }
}

extension IntegerOperation {
    /// The operation's value, or `nil` where a step leaves ±2^125.
    fileprivate func checkedValue(of inputs: [[Int128]]) -> [Int128]? {
        var output: [Int128] = []
        switch self {
        case .linear(let linear):
            for row in 0..<linear.outputCount {
                var sum = Int128(linear.biases[row])
                for (weight, x) in zip(linear.row(row), inputs[0]) where weight != 0 {
                    guard let term = CheckedArithmetic.product(Int128(weight), x),
                        let next = CheckedArithmetic.sum(sum, term)
                    else { return nil }
                    sum = next
                }
                output.append(sum)
            }
        case .rectify(let shift):
            output = inputs[0].map { Self.rectified($0, shift: shift) }
        case .square:
            for z in inputs[0] {
                guard let square = CheckedArithmetic.product(z, z) else { return nil }
                output.append(square)
            }
        case .add:
            for (a, b) in zip(inputs[0], inputs[1]) {
                guard let sum = CheckedArithmetic.sum(a, b) else { return nil }
                output.append(sum)
            }
        }
        return output
    }
}
