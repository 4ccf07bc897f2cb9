import NeuralNetworks
import Testing

/// Gradients against central differences of a loss that shares no code with training.
@Suite struct GradientTests {
    @Test(arguments: [[5, 3], [7, 13, 4], [9, 8, 6, 5]])
    func perceptron(widths: [Int]) throws {
        try expectTrueGradients(of: Sample.perceptron(widths, seed: 11), batch: 7)
    }

    @Test(arguments: [[7, 13, 4], [9, 8, 6, 5]])
    func squares(widths: [Int]) throws {
        try expectTrueGradients(of: Sample.perceptron(widths, activation: .square, seed: 14), batch: 7)
    }

    @Test(arguments: [1, 6])
    func residual(batch: Int) throws {
        try expectTrueGradients(of: Sample.residual(seed: 12), batch: batch)
    }

    /// Both layers add to the gradient of the parameter that they share.
    @Test func sharedParameters() throws {
        var network = Sample.residual(seed: 13)
        network.nodes[4].operation = .linear(weights: "w2", bias: "b1")
        network.nodes[4].inputs = ["b"]
        try expectTrueGradients(of: network, batch: 3)
    }

    private func expectTrueGradients(of network: Network, batch: Int) throws {
        var generator = SeededGenerator(seed: 17)
        let inputs = (0..<batch).map { _ in Sample.tensor(network.inputShape, &generator) }
        let classes = try network.valueShapes()[network.outputName]!.count
        let labels = (0..<batch).map { _ in UInt8.random(in: 0..<UInt8(classes), using: &generator) }
        let (loss, gradients) = try network.lossAndGradients(inputs: inputs, labels: labels)
        let exactInputs = inputs.map { $0.elements.map(Double.init) }
        func naiveLoss(moving name: String = "", _ index: Int = 0, by step: Double = 0) -> Double {
            NaiveExecutor.loss(network, exactInputs, labels) {
                Double(network.parameters[$0]!.tensor.elements[$1]) + ($0 == name && $1 == index ? step : 0)
            }
        }
        #expect(abs(loss - naiveLoss()) < 1e-4)
        #expect(Set(gradients.keys) == Set(network.parameters.keys))
        let step = 1e-5
        for (name, gradient) in gradients {
            for (index, value) in gradient.elements.enumerated() {
                let rise =
                    naiveLoss(moving: name, index, by: step) - naiveLoss(moving: name, index, by: -step)
                let slope = rise / (2 * step)
                #expect(abs(Double(value) - slope) < 1e-4 * max(1, abs(slope)), "\(name)[\(index)]")
            }
        }
    }
}
