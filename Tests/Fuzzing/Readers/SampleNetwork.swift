import NeuralNetworks

/// A float network of six inputs with every operation.
enum SampleNetwork {
    static let network: Network = {
        var generator = SeededGenerator(seed: 83)
        func tensor(_ shape: Shape) -> Tensor {
            Tensor(
                shape: shape,
                elements: (0..<shape.count).map { _ in Float.random(in: -1...1, using: &generator) })
        }
        return Network(
            inputName: "pixels", inputShape: [2, 3],
            nodes: [
                .init(name: "flat", operation: .flatten, inputs: ["pixels"], output: "f"),
                .init(
                    name: "layer 1", operation: .linear(weights: "l1.weight", bias: "l1.bias"), inputs: ["f"],
                    output: "a"),
                .init(name: "relu1", operation: .rectify, inputs: ["a"], output: "r"),
                .init(
                    name: "layer2", operation: .linear(weights: "l2.weight", bias: nil), inputs: ["r"],
                    output: "b"),
                .init(name: "skip", operation: .add, inputs: ["b", "a"], output: "s"),
                .init(name: "square", operation: .reshape([2, 2]), inputs: ["s"], output: "q"),
                .init(name: "flat2", operation: .reshape([4]), inputs: ["q"], output: "logits"),
                .init(name: "last", operation: .softmax, inputs: ["logits"], output: "end"),
            ], outputName: "end",
            parameters: [
                "l1.weight": Parameter(
                    tensor([4, 6]), mask: (0..<24).map { !$0.isMultiple(of: 5) }),
                "l1.bias": Parameter(tensor([4])), "l2.weight": Parameter(tensor([4, 4])),
            ])
    }()
}
