/// Runs an integer network in machine words that are known to hold every sum on the way.
struct WordExecutor<Word: FixedWidthInteger & Sendable>: Sendable {
    private enum Step: Sendable {
        /// Weights by input: those of all outputs for one input lie together.
        case linear(weights: [Word], biases: [Word])
        case rectify(shift: Int)
        case square
        case add
    }

    private let network: IntegerNetwork
    private let steps: [Step]

    /// - Precondition: `network.largestPartialSum()` fits the word.
    init(_ network: IntegerNetwork) {
        self.network = network
        steps = network.nodes.map { node in
            switch node.operation {
            case .linear(let linear):
                var weights = [Word](repeating: 0, count: linear.weights.count)
                for row in 0..<linear.outputCount {
                    for (input, weight) in linear.row(row).enumerated() {
                        weights[input * linear.outputCount + row] = Word(weight)
                    }
                }
                return .linear(weights: weights, biases: linear.biases.map { Word($0) })
            case .rectify(let shift): return .rectify(shift: shift)
            case .square: return .square
            case .add: return .add
            }
        }
    }

    /// Returns the logits for an input in range.
    func logits(for input: [Word]) -> [Word] {
        var values: [[Word]] = []
        values.reserveCapacity(steps.count)
        for (node, step) in zip(network.nodes, steps) {
            let inputs = node.inputs.map { value in
                switch value {
                case .input: input
                case .node(let index): values[index]
                }
            }
            switch step {
            case .linear(let weights, let biases):
                values.append(Self.product(weights, biases, inputs[0]))
            case .rectify(let shift):
                values.append(inputs[0].map { IntegerOperation.rectified($0, shift: shift) })
            case .square:
                values.append(inputs[0].map { $0 * $0 })
            case .add:
                values.append(zip(inputs[0], inputs[1]).map { $0 + $1 })
            }
        }
        return values.last!
    }

    /// Most inputs of a layer are zero, background or cut off by a rectifier, and cost nothing.
    private static func product(_ weights: [Word], _ biases: [Word], _ input: [Word]) -> [Word] {
        var output = biases
        output.withUnsafeMutableBufferPointer { output in
            weights.withUnsafeBufferPointer { weights in
                for (index, x) in input.enumerated() where x != 0 {
                    let column = weights.baseAddress! + index * output.count
                    for row in 0..<output.count { output[row] &+= column[row] &* x }
                }
            }
        }
        return output
    }
}

extension IntegerNetwork {
    /// Returns a bound on the magnitude of every sum or square that a value is, in any order of its terms and
    /// with the rounding constants.
    ///
    /// - Throws: as `intervals(_:)`.
    func largestPartialSum() throws(NetworkError) -> Int128 {
        let intervals = try intervals(.exact)
        var largest = Int128(largestInput)
        for (index, node) in nodes.enumerated() {
            let inputs = node.inputs.map { intervals[$0] }
            switch node.operation {
            case .linear(let linear):
                let magnitudes = inputs[0].map(\.largestMagnitude)
                for row in 0..<linear.outputCount {
                    var sum = Int128(linear.biases[row].magnitude)
                    for (weight, x) in zip(linear.row(row), magnitudes) where weight != 0 {
                        guard let term = CheckedArithmetic.product(Int128(weight.magnitude), x),
                            let next = CheckedArithmetic.sum(sum, term)
                        else { throw NetworkError(.overflow, at: node.name) }
                        sum = next
                    }
                    largest = max(largest, sum)
                }
                largest = max(largest, linear.weights.reduce(0) { max($0, Int128($1.magnitude)) })
            case .rectify(let shift):
                let rounding: Int128 = shift == 0 ? 0 : 1 << (shift - 1)
                for x in inputs[0] { largest = max(largest, x.largestMagnitude + rounding) }
            case .square, .add:
                for x in intervals.nodes[index] { largest = max(largest, x.largestMagnitude) }
            }
        }
        return largest
    }
}
