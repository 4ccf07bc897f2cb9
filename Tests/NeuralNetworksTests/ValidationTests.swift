import NeuralNetworks
import Testing

@Suite struct ValidationTests {
    @Test func shapesOfValues() throws {
        let shapes = try Sample.residual(seed: 1, last: .argmax).valueShapes()
        #expect(shapes["x"] == [2, 3])
        #expect(shapes["flat"] == [6])
        #expect(shapes["f"] == [1, 5])
        #expect(shapes["z"] == [3])
        #expect(shapes["answer"] == [1])
    }

    @Test func perceptron() throws {
        var generator = SeededGenerator(seed: 1)
        let network = Network.multilayerPerceptron(widths: [20, 8, 5, 3], using: &generator)
        try network.validate()
        #expect(network.nodes.map(\.name) == ["layer1", "relu1", "layer2", "relu2", "layer3"])
        #expect(network.parameters["layer2.weight"]!.tensor.shape == [5, 8])
        let bound = (6.0 / 20).squareRoot()
        let weights = network.parameters["layer1.weight"]!.tensor.elements
        #expect(weights.allSatisfy { abs(Double($0)) <= bound * 1.000_001 })
        #expect(weights.contains { abs(Double($0)) > bound / 2 })
        #expect(network.parameters["layer1.bias"]!.tensor.elements.allSatisfy { $0 == 0 })
    }

    /// Each change breaks one rule.
    @Test func brokenNetworksAreRefused() {
        expect(.emptyNetwork, at: "x") { $0.nodes = [] }
        expect(.outputNotLast, at: "h") { $0.outputName = "h" }
        expect(.duplicateName, at: "l1") { $0.nodes[2].name = "l1" }
        expect(.duplicateValue, at: "a") { $0.nodes[2].output = "a" }
        expect(.duplicateValue, at: "x") { $0.nodes[2].output = "x" }
        expect(.unknownValue, at: "r1") { $0.nodes[2].inputs = ["nowhere"] }
        expect(.unknownValue, at: "l1") { $0.nodes.swapAt(0, 1) }
        expect(.wrongInputCount, at: "r1") { $0.nodes[2].inputs = ["a", "a"] }
        expect(.wrongInputCount, at: "r1") { $0.nodes[2].inputs = [] }
        expect(.wrongInputCount, at: "skip") { $0.nodes[4].inputs = ["h"] }
        expect(.operationNotLast, at: "r1") { $0.nodes[2].operation = .softmax }
        expect(.operationNotLast, at: "r1") { $0.nodes[2].operation = .argmax }
        expect(.missingParameter, at: "w1") { $0.parameters["w1"] = nil }
        expect(.missingParameter, at: "b3") { $0.parameters["b3"] = nil }
        expect(.parameterShape, at: "w1") { $0.parameters["w1"] = Parameter(Tensor(zeros: [30])) }
        expect(.parameterShape, at: "b1") { $0.parameters["b1"] = Parameter(Tensor(zeros: [6])) }
        expect(.shapeMismatch, at: "l1") { $0.parameters["w1"] = Parameter(Tensor(zeros: [5, 7])) }
        expect(.shapeMismatch, at: "l1") { $0.nodes[1].inputs = ["x"] }
        expect(.shapeMismatch, at: "skip") { $0.nodes[4].inputs = ["flat", "h"] }
        expect(.shapeMismatch, at: "wide") { $0.nodes[7].operation = .reshape([2, 3]) }
        expect(.notFinite, at: "w2") { $0.parameters["w2"]!.update { $0[3] = .infinity } }
    }

    private func expect(_ code: NetworkError.Code, at path: String, _ change: (inout Network) -> Void) {
        var network = Sample.residual(seed: 1)
        change(&network)
        #expect(throws: NetworkError(code, at: path)) { try network.validate() }
    }
}
