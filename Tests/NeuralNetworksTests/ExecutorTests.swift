import NeuralNetworks
import Testing

@Suite struct ExecutorTests {
    /// Widths on both sides of every tile's edge.
    @Test(arguments: [[1, 1], [3, 4], [4, 5, 3], [7, 13, 9], [8, 16, 8], [31, 6, 2], [33, 12, 11, 10]])
    func equalsTheNaiveExecutor(widths: [Int]) throws {
        let network = Sample.perceptron(widths, seed: 3)
        for batch in [1, 2, 3, 4, 7, 12] {
            try expectEqualToNaive(network, batch: batch)
        }
    }

    @Test(arguments: [nil, FloatOperation.softmax, .argmax])
    func everyOperation(last: FloatOperation?) throws {
        try expectEqualToNaive(Sample.residual(seed: 5, last: last), batch: 5)
    }

    private func expectEqualToNaive(_ network: Network, batch: Int) throws {
        var generator = SeededGenerator(seed: 9)
        let inputs = (0..<batch).map { _ in Sample.tensor(network.inputShape, &generator) }
        let outputs = try network.forward(inputs)
        #expect(outputs.count == batch)
        for (input, output) in zip(inputs, outputs) {
            let expected = NaiveExecutor.values(network, input.elements.map(Double.init))[network.outputName]!
            #expect(output.elements.count == expected.count)
            for (value, reference) in zip(output.elements, expected) {
                #expect(abs(Double(value) - reference) < 1e-4)
            }
        }
    }

    @Test func softmaxOfLargeLogitsIsFinite() throws {
        let network = Network(
            inputName: "x", inputShape: [3],
            nodes: [.init(name: "s", operation: .softmax, inputs: ["x"], output: "p")],
            outputName: "p", parameters: [:])
        let output = try network.forward([Tensor(shape: [3], elements: [1e30, 0, -1e30])])
        #expect(output[0].elements == [1, 0, 0])
    }

    @Test func classesOfImages() throws {
        let network = Sample.perceptron([36, 8, 4], seed: 1)
        let images = Sample.bars(count: 300, seed: 2)
        let classes = try network.classes(of: images)
        var correct = 0
        for index in 0..<images.count {
            let logits = NaiveExecutor.values(network, images[index].map { Double($0) / 255 })["logits"]!
            #expect(logits[classes[index]] > logits.max()! - 1e-4)
            if classes[index] == Int(images.labels[index]) { correct += 1 }
        }
        #expect(try network.accuracy(on: images) == Double(correct) / 300)
    }

    @Test func tiesGoToTheLowestClass() throws {
        var network = Sample.perceptron([36, 4], seed: 1)
        network.parameters["layer1.weight"] = Parameter(Tensor(zeros: [4, 36]))
        network.parameters["layer1.bias"] = Parameter(Tensor(shape: [4], elements: [0, 1, 1, 0]))
        #expect(try network.classes(of: Sample.bars(count: 3, seed: 1)) == [1, 1, 1])
    }

    @Test func imagesOfAnotherSizeAreRefused() throws {
        let network = Sample.perceptron([35, 4], seed: 1)
        #expect(throws: NetworkError(.inputShape, at: "input")) {
            try network.classes(of: Sample.bars(count: 1, seed: 1))
        }
        #expect(throws: NetworkError(.inputShape, at: "input")) {
            try network.forward([Tensor(zeros: [36])])
        }
        #expect(throws: NetworkError(.noData, at: "images")) {
            try Sample.perceptron([36, 4], seed: 1).accuracy(on: Sample.bars(count: 0, seed: 1))
        }
    }
}
