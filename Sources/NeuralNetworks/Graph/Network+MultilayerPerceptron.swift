extension Network {
    /// Returns an untrained chain of linear layers with an activation between every two.
    ///
    /// Nodes are named `layer1`, `relu1` (`square1` for squares), `layer2`, …; parameters `layer1.weight`,
    /// `layer1.bias`, …. Weights are uniform, of the last layer of n inputs in ±√(6/n) and of others in what
    /// suits the activation (`Activation.initialBound`); biases are zero.
    ///
    /// With `skip` a linear layer of that name goes straight from the input to the output, and its values are added to
    /// the last layer's by the node `sum`. Its weights begin at zero.
    ///
    /// - Precondition: `widths` has at least two entries, all positive, and at least three with a skip.
    public static func multilayerPerceptron(
        widths: [Int], activation: Activation = .relu, skip: Bool = false,
        using generator: inout some RandomNumberGenerator
    ) -> Network {
        precondition(!skip || widths.count >= 3, "a skip has something to skip")
        precondition(widths.count >= 2, "a perceptron has an input and an output")
        var network = Network(
            inputName: "input", inputShape: Shape([widths[0]]), nodes: [], outputName: "logits",
            parameters: [:])
        var value = network.inputName
        for layer in 1..<widths.count {
            let (inputs, outputs) = (widths[layer - 1], widths[layer])
            let isLast = layer == widths.count - 1
            let bound = (isLast ? Activation.relu : activation).initialBound(inputCount: inputs)
            let weights = (0..<inputs * outputs).map { _ in
                Float.random(in: -bound...bound, using: &generator)
            }
            let (weightName, biasName) = ("layer\(layer).weight", "layer\(layer).bias")
            network.parameters[weightName] = Parameter(Tensor(shape: [outputs, inputs], elements: weights))
            network.parameters[biasName] = Parameter(Tensor(zeros: [outputs]))
            let sum = isLast && !skip ? network.outputName : "sum\(layer)"
            network.nodes.append(
                Node(
                    name: "layer\(layer)", operation: .linear(weights: weightName, bias: biasName),
                    inputs: [value], output: sum))
            if isLast {
                if skip { network.addSkip(to: sum, width: outputs) }
                break
            }
            value = "hidden\(layer)"
            network.nodes.append(
                Node(
                    name: "\(activation)\(layer)", operation: activation.operation, inputs: [sum],
                    output: value))
        }
        return network
    }

    /// Adds a linear layer of the input to a value; the sum is the output.
    private mutating func addSkip(to value: ValueName, width: Int) {
        parameters["skip.weight"] = Parameter(Tensor(zeros: [width, inputShape.count]))
        nodes.append(
            Node(
                name: "skip", operation: .linear(weights: "skip.weight", bias: nil), inputs: [inputName],
                output: "skipped"))
        nodes.append(Node(name: "sum", operation: .add, inputs: [value, "skipped"], output: outputName))
    }
}
