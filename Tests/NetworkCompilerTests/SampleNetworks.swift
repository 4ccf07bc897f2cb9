import NeuralNetworks
import Testing

/// A network with a name that keeps the weights out of the tests' log.
struct Sample: CustomTestStringConvertible, Sendable {
    let name: String
    let network: IntegerNetwork

    var testDescription: String { name }

    static let all = [
        Sample(name: "dense-12-7-4", network: SampleNetworks.perceptron([12, 7, 4])),
        Sample(name: "sparse-12-7-4", network: SampleNetworks.perceptron([12, 7, 4], sparsity: 0.8)),
        Sample(
            name: "deep-9-6-5-3", network: SampleNetworks.perceptron([9, 6, 5, 3], sparsity: 0.5, shift: 6)),
        Sample(
            name: "coarse-9-6-3",
            network: SampleNetworks.perceptron([9, 6, 3], shift: 0, weightBits: 3, inputBits: 1)),
        Sample(name: "linear-5-2", network: SampleNetworks.perceptron([5, 2])),
        Sample(name: "residual-6-5-5-3", network: SampleNetworks.residual()),
        Sample(name: "skip-8-5-4", network: SampleNetworks.skip()),
        Sample(name: "square-9-6-5-3", network: SampleNetworks.squares()),
    ]
}

/// Integer networks that are the same in every run, for comparisons and golden counts.
enum SampleNetworks {
    /// A chain of linear layers with rectifiers between, of which a fraction of the weights is zero.
    static func perceptron(
        _ widths: [Int], sparsity: Double = 0, shift: Int = 4, weightBits: Int = 8, inputBits: Int = 8,
        seed: UInt64 = 1, weightSeed: UInt64 = 2
    ) -> IntegerNetwork {
        var masks = SeededGenerator(seed: seed)
        var values = SeededGenerator(seed: weightSeed)
        let limit = Int32(1) << Int32(weightBits - 1) - 1
        var nodes: [IntegerNetwork.Node] = []
        for (index, (inputs, outputs)) in zip(widths, widths.dropFirst()).enumerated() {
            let weights = (0..<inputs * outputs).map { _ -> Int32 in
                let magnitude = Int32.random(in: 1...limit, using: &values)
                let sign: Int32 = Bool.random(using: &values) ? 1 : -1
                return Double.random(in: 0..<1, using: &masks) < sparsity ? 0 : sign * magnitude
            }
            let layer = IntegerLinear(
                outputCount: outputs, inputCount: inputs, weights: weights,
                biases: (0..<outputs).map { _ in Int64.random(in: -500...500, using: &values) },
                weightBits: weightBits, biasBits: 10)
            let last = nodes.count - 1
            nodes.append(
                .init(
                    name: "layer\(index + 1)", operation: .linear(layer),
                    inputs: [last < 0 ? .input : .node(last)]))
            guard index < widths.count - 2 else { break }
            nodes.append(
                .init(
                    name: "relu\(index + 1)", operation: .rectify(shift: shift),
                    inputs: [.node(nodes.count - 1)]))
        }
        return IntegerNetwork(inputShape: [widths[0]], inputBits: inputBits, nodes: nodes)
    }

    /// Two branches from one input that meet in a sum.
    static func residual() -> IntegerNetwork {
        let chain = perceptron([6, 5, 5, 3], shift: 3)
        guard case .linear(let skip) = perceptron([6, 5], weightSeed: 9).nodes[0].operation else {
            preconditionFailure()
        }
        var nodes = Array(chain.nodes[0...2])
        nodes.append(.init(name: "skip", operation: .linear(skip), inputs: [.input]))
        nodes.append(.init(name: "sum", operation: .add, inputs: [.node(2), .node(3)]))
        nodes.append(.init(name: "relu2", operation: .rectify(shift: 0), inputs: [.node(4)]))
        nodes.append(.init(name: "layer3", operation: chain.nodes[4].operation, inputs: [.node(5)]))
        return IntegerNetwork(inputShape: [6], inputBits: 8, nodes: nodes)
    }

    /// A square, then a rectifier, behind sparse layers.
    static func squares() -> IntegerNetwork {
        var network = perceptron([9, 6, 5, 3], sparsity: 0.4, shift: 12)
        network.nodes[1] = .init(name: "square1", operation: .square, inputs: [.node(0)])
        return network
    }

    /// A perceptron with a linear layer beside it, from the input to the logits.
    static func skip() -> IntegerNetwork {
        let chain = perceptron([8, 5, 4], shift: 3)
        guard case .linear(let skip) = perceptron([8, 4], weightSeed: 9).nodes[0].operation else {
            preconditionFailure()
        }
        return IntegerNetwork(
            inputShape: [8], inputBits: 8,
            nodes: chain.nodes + [
                .init(name: "skip", operation: .linear(skip), inputs: [.input]),
                .init(name: "logits", operation: .add, inputs: [.node(2), .node(3)]),
            ])
    }

    /// Random inputs of a network, with the extreme ones first.
    static func inputs(of network: IntegerNetwork, count: Int, seed: UInt64 = 3) -> [[Int]] {
        var generator = SeededGenerator(seed: seed)
        let size = network.inputShape.count
        let largest = network.largestInput
        return [[Int](repeating: 0, count: size), [Int](repeating: largest, count: size)]
            + (0..<count).map { _ in (0..<size).map { _ in Int.random(in: 0...largest, using: &generator) } }
    }
}
