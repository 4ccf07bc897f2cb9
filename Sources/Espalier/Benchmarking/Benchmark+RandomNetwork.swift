public import NeuralNetworks

extension Benchmark {
    /// Returns a dense 784–128–ReLU–10 whose weights have about the spread of trained ones: the sum of
    /// four uniform numbers, a standard deviation of 18 of 127.
    public static func randomShallowNet(seed: UInt64 = 1) -> IntegerNetwork {
        var generator = SeededGenerator(seed: seed)
        return IntegerNetwork(
            inputShape: [784], inputBits: 8,
            nodes: [
                .init(
                    name: "layer1", operation: .linear(randomLayer(128, 784, using: &generator)),
                    inputs: [.input]),
                .init(name: "relu1", operation: .rectify(shift: 10), inputs: [.node(0)]),
                .init(
                    name: "layer2", operation: .linear(randomLayer(10, 128, using: &generator)),
                    inputs: [.node(1)]),
            ])
    }

    private static func randomLayer(
        _ outputs: Int, _ inputs: Int, using generator: inout SeededGenerator
    ) -> IntegerLinear {
        IntegerLinear(
            outputCount: outputs, inputCount: inputs,
            weights: (0..<outputs * inputs).map { _ in
                (0..<4).reduce(0) { sum, _ in sum + Int32.random(in: -15...15, using: &generator) }
            },
            biases: (0..<outputs).map { _ in Int64.random(in: -2000...2000, using: &generator) },
            weightBits: 8, biasBits: 12)
    }
}
