import NeuralNetworks

/// Small integer networks for tests.
enum IntegerSample {
    static func linear(
        _ outputs: Int, _ inputs: Int, bits: Int = 8, density: Double = 1, _ generator: inout SeededGenerator
    ) -> IntegerLinear {
        let limit = Int32(1) << (bits - 1) - 1
        return IntegerLinear(
            outputCount: outputs, inputCount: inputs,
            weights: (0..<outputs * inputs).map { _ in
                Double.random(in: 0..<1, using: &generator) < density
                    ? .random(in: -limit...limit, using: &generator) : 0
            },
            biases: (0..<outputs).map { _ in .random(in: -500...500, using: &generator) },
            weightBits: bits, biasBits: 10)
    }

    /// `branched` with a square in place of the first rectifier, and the same weights.
    static func squared(seed: UInt64, bits: Int = 8) -> IntegerNetwork {
        var network = branched(seed: seed, bits: bits)
        network.nodes[1] = .init(name: "s1", operation: .square, inputs: [.node(0)])
        return network
    }

    /// Two rectified layers around a sum of two branches.
    static func branched(seed: UInt64, bits: Int = 8, shift: Int = 6) -> IntegerNetwork {
        var generator = SeededGenerator(seed: seed)
        return IntegerNetwork(
            inputShape: [6, 6], inputBits: 8,
            nodes: [
                .init(
                    name: "l1", operation: .linear(linear(7, 36, bits: bits, density: 0.6, &generator)),
                    inputs: [.input]),
                .init(name: "r1", operation: .rectify(shift: shift), inputs: [.node(0)]),
                .init(
                    name: "l2", operation: .linear(linear(7, 7, bits: bits, &generator)), inputs: [.node(1)]),
                .init(name: "sum", operation: .add, inputs: [.node(1), .node(2)]),
                .init(name: "r2", operation: .rectify(shift: 0), inputs: [.node(3)]),
                .init(
                    name: "l3", operation: .linear(linear(4, 7, bits: bits, &generator)), inputs: [.node(4)]),
            ])
    }

    /// A network of one linear row.
    static func row(_ weights: [Int32], bias: Int64 = 0, inputBits: Int = 8) -> IntegerNetwork {
        IntegerNetwork(
            inputShape: [weights.count], inputBits: inputBits,
            nodes: [
                .init(
                    name: "l",
                    operation: .linear(
                        IntegerLinear(
                            outputCount: 1, inputCount: weights.count, weights: weights, biases: [bias],
                            weightBits: 8, biasBits: 20)),
                    inputs: [.input])
            ])
    }
}
