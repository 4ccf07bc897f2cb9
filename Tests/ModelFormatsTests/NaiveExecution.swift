import NeuralNetworks

/// The plainest reading of what the types say, as an oracle.
extension Network {
    func naiveOutput(_ input: [Float]) -> [Float] {
        var values = [inputName: input]
        for node in nodes {
            let inputs = node.inputs.map { values[$0] ?? [] }
            values[node.output] =
                switch node.operation {
                case .linear(let weights, let bias):
                    naiveLinear(
                        inputs[0], weights: parameters[weights], bias: bias.flatMap { parameters[$0] })
                case .rectify: inputs[0].map { max(0, $0) }
                case .square: inputs[0].map { $0 * $0 }
                case .flatten, .reshape: inputs[0]
                case .add: zip(inputs[0], inputs[1]).map(+)
                case .softmax: naiveSoftmax(inputs[0])
                case .argmax: [Float(inputs[0].firstIndex(of: inputs[0].max() ?? 0) ?? -1)]
                }
        }
        return values[outputName] ?? []
    }

    private func naiveLinear(_ input: [Float], weights: Parameter?, bias: Parameter?) -> [Float] {
        guard let weights else { return [] }
        return (0..<weights.tensor.shape.extents[0]).map { row in
            var sum = Double(bias?.tensor.elements[row] ?? 0)
            for (column, value) in input.enumerated() {
                sum += Double(weights.tensor.elements[row * input.count + column]) * Double(value)
            }
            return Float(sum)
        }
    }

    private func naiveSoftmax(_ input: [Float]) -> [Float] {
        // e^x as (1 + x / 2^20)^(2^20), far more exact than the tolerance of the tests.
        let powers = input.map { value in
            (0..<20).reduce(1 + Double(value) * 0x1p-20) { power, _ in power * power }
        }
        return powers.map { Float($0 / powers.reduce(0, +)) }
    }
}

extension IntegerNetwork {
    func naiveLogits(_ input: [Int64]) -> [Int64] {
        var values: [[Int64]] = []
        for node in nodes {
            let inputs = node.inputs.map { value in
                switch value {
                case .input: input
                case .node(let index): values[index]
                }
            }
            switch node.operation {
            case .linear(let linear):
                values.append(
                    (0..<linear.outputCount).map { row in
                        zip(linear.row(row), inputs[0]).reduce(linear.biases[row]) { $0 + Int64($1.0) * $1.1 }
                    })
            case .rectify(let shift):
                let half: Int64 = shift == 0 ? 0 : 1 << (shift - 1)
                values.append(inputs[0].map { max(0, $0 + half) >> shift })
            case .square:
                values.append(inputs[0].map { $0 * $0 })
            case .add:
                values.append(zip(inputs[0], inputs[1]).map(+))
            }
        }
        return values.last ?? []
    }
}
