import NeuralNetworks

/// A network evaluated in `Double`, one element at a time: the oracle of executor and gradients.
enum NaiveExecutor {
    /// Returns the value of every node's output for one input.
    static func values(_ network: Network, _ input: [Double]) -> [String: [Double]] {
        values(network, input) { name, index in Double(network.parameters[name]!.tensor.elements[index]) }
    }

    static func values(
        _ network: Network, _ input: [Double], parameter: (String, Int) -> Double
    ) -> [String: [Double]] {
        var values = [network.inputName: input]
        for node in network.nodes {
            let x = values[node.inputs[0]]!
            switch node.operation {
            case .linear(let weights, let bias):
                let outputs = network.parameters[weights]!.tensor.shape.extents[0]
                values[node.output] = (0..<outputs).map { row in
                    var sum = bias.map { parameter($0, row) } ?? 0
                    for column in x.indices { sum += parameter(weights, row * x.count + column) * x[column] }
                    return sum
                }
            case .rectify: values[node.output] = x.map { max(0, $0) }
            case .square: values[node.output] = x.map { $0 * $0 }
            case .flatten, .reshape: values[node.output] = x
            case .add: values[node.output] = zip(x, values[node.inputs[1]]!).map { $0 + $1 }
            case .softmax:
                let powers = x.map { NaiveExecutor.exponential($0) }
                values[node.output] = powers.map { $0 / powers.reduce(0, +) }
            case .argmax:
                values[node.output] = [Double(x.indices.reduce(0) { x[$1] > x[$0] ? $1 : $0 })]
            }
        }
        return values
    }

    /// Returns the mean cross-entropy of softmax.
    static func loss(
        _ network: Network, _ inputs: [[Double]], _ labels: [UInt8], parameter: (String, Int) -> Double
    ) -> Double {
        var sum = 0.0
        for (input, label) in zip(inputs, labels) {
            let logits = values(network, input, parameter: parameter)[network.outputName]!
            let powers = logits.map { NaiveExecutor.exponential($0) }
            sum -= logarithm(powers[Int(label)] / powers.reduce(0, +))
        }
        return sum / Double(inputs.count)
    }

    /// The power series, after halving the argument until it is small.
    private static func exponential(_ x: Double) -> Double {
        if abs(x) > 0.5 {
            let root = exponential(x / 2)
            return root * root
        }
        var (sum, term) = (1.0, 1.0)
        for order in 1...20 {
            term *= x / Double(order)
            sum += term
        }
        return sum
    }

    /// Newton's method on the exponential.
    private static func logarithm(_ y: Double) -> Double {
        var x = 0.0
        for _ in 0..<100 { x += 2 * (y - exponential(x)) / (y + exponential(x)) }
        return x
    }
}
