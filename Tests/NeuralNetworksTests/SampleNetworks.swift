import NeuralNetworks

/// Small networks and images for tests.
enum Sample {
    static func tensor(_ shape: Shape, _ generator: inout SeededGenerator) -> Tensor {
        Tensor(
            shape: shape, elements: (0..<shape.count).map { _ in Float.random(in: -1...1, using: &generator) }
        )
    }

    /// A perceptron whose biases are not zero.
    static func perceptron(
        _ widths: [Int], activation: Activation = .relu, seed: UInt64
    ) -> Network {
        var generator = SeededGenerator(seed: seed)
        var network = Network.multilayerPerceptron(
            widths: widths, activation: activation, using: &generator)
        for name in network.parameters.keys where name.hasSuffix("bias") {
            network.parameters[name] = Parameter(
                tensor(network.parameters[name]!.tensor.shape, &generator))
        }
        return network
    }

    /// Every trainable operation, a value that three nodes read, and a value added to itself.
    static func residual(seed: UInt64, last: FloatOperation? = nil) -> Network {
        var generator = SeededGenerator(seed: seed)
        var network = Network(
            inputName: "x", inputShape: [2, 3], nodes: [], outputName: "z",
            parameters: [
                "w1": Parameter(tensor([5, 6], &generator)), "b1": Parameter(tensor([5], &generator)),
                "w2": Parameter(tensor([5, 5], &generator)),
                "w3": Parameter(tensor([3, 5], &generator)), "b3": Parameter(tensor([3], &generator)),
            ])
        network.nodes = [
            .init(name: "flat", operation: .flatten, inputs: ["x"], output: "flat"),
            .init(name: "l1", operation: .linear(weights: "w1", bias: "b1"), inputs: ["flat"], output: "a"),
            .init(name: "r1", operation: .rectify, inputs: ["a"], output: "h"),
            .init(name: "l2", operation: .linear(weights: "w2", bias: nil), inputs: ["h"], output: "b"),
            .init(name: "skip", operation: .add, inputs: ["h", "b"], output: "c"),
            .init(name: "twice", operation: .add, inputs: ["c", "c"], output: "d"),
            .init(name: "more", operation: .add, inputs: ["d", "h"], output: "e"),
            .init(name: "wide", operation: .reshape([1, 5]), inputs: ["e"], output: "f"),
            .init(name: "flat2", operation: .reshape([5]), inputs: ["f"], output: "g"),
            .init(name: "l3", operation: .linear(weights: "w3", bias: "b3"), inputs: ["g"], output: "z"),
        ]
        if let last {
            network.nodes.append(.init(name: "last", operation: last, inputs: ["z"], output: "answer"))
            network.outputName = "answer"
        }
        return network
    }

    /// Images of bars: the class says which row is bright, on a noisy ground.
    static func bars(count: Int, size: Int = 6, classes: Int = 4, seed: UInt64) -> LabeledImages {
        var generator = SeededGenerator(seed: seed)
        var (pixels, labels): ([UInt8], [UInt8]) = ([], [])
        for _ in 0..<count {
            let label = Int.random(in: 0..<classes, using: &generator)
            for row in 0..<size {
                for _ in 0..<size {
                    let range: ClosedRange<UInt8> = row == label + 1 ? 120...255 : 0...90
                    pixels.append(.random(in: range, using: &generator))
                }
            }
            labels.append(UInt8(label))
        }
        return LabeledImages(width: size, height: size, classCount: classes, pixels: pixels, labels: labels)
    }
}
