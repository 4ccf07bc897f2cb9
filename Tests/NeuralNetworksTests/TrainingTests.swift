import NeuralNetworks
import Testing

@Suite struct TrainingTests {
    private let images = Sample.bars(count: 500, seed: 21)
    private let options = TrainingOptions(epochs: 6, batchSize: 30, learningRate: 0.01, shiftDistance: 0)

    private func trained(_ network: Network, _ options: TrainingOptions, seed: UInt64 = 5) throws -> Network {
        var (network, generator) = (network, SeededGenerator(seed: seed))
        try network.train(on: images, options: options, using: &generator)
        return network
    }

    @Test func learnsBars() throws {
        let network = try trained(Sample.perceptron([36, 10, 4], seed: 1), options)
        #expect(try network.accuracy(on: Sample.bars(count: 400, seed: 22)) > 0.98)
    }

    @Test func learnsThroughResidualsAndIgnoresSoftmax() throws {
        var network = Sample.perceptron([36, 10, 10, 4], seed: 2)
        network.nodes.insert(
            .init(name: "skip", operation: .add, inputs: ["sum2", "hidden1"], output: "skip"), at: 3)
        network.nodes[4].inputs = ["skip"]
        network.nodes.append(.init(name: "last", operation: .softmax, inputs: ["logits"], output: "answer"))
        network.outputName = "answer"
        let accuracy = try trained(network, options).accuracy(on: Sample.bars(count: 400, seed: 22))
        #expect(accuracy > 0.95)
    }

    @Test func seedDecides() throws {
        var options = options
        options.shiftDistance = 1
        options.epochs = 2
        let network = Sample.perceptron([36, 10, 4], seed: 1)
        let first = try trained(network, options)
        for _ in 0..<5 { #expect(try trained(network, options) == first) }
        #expect(try trained(network, options, seed: 6) != first)
    }

    /// One full batch and one step of Adam: every parameter moves by the rate against its gradient's sign.
    /// Few images leave some of a batch's shards empty.
    @Test(arguments: [1, 2, 5, 64])
    func firstStepOfAdam(count: Int) throws {
        let images = images.prefix(count)
        let network = Sample.perceptron([36, 10, 4], seed: 1)
        var (moved, generator) = (network, SeededGenerator(seed: 1))
        try moved.train(
            on: images, options: .init(epochs: 1, batchSize: 64, learningRate: 0.001, shiftDistance: 0),
            using: &generator)
        let inputs = (0..<count).map { Tensor(shape: [36], elements: images[$0].map { Float($0) / 255 }) }
        let gradients = try network.lossAndGradients(inputs: inputs, labels: images.labels).gradients
        for (name, gradient) in gradients {
            let (before, after) = (network.parameters[name]!.tensor, moved.parameters[name]!.tensor)
            for (index, slope) in gradient.elements.enumerated() where abs(slope) > 1e-4 {
                let expected = before.elements[index] - 0.001 * (slope > 0 ? 1 : -1)
                #expect(abs(after.elements[index] - expected) < 2e-5)
            }
        }
    }

    /// The initial weights keep squares of squares of squares from growing or from blowing up.
    @Test(arguments: [[36, 12, 4], [36, 12, 10, 8, 4]])
    func squaresLearn(widths: [Int]) throws {
        let network = Sample.perceptron(widths, activation: .square, seed: 3)
        let result = try trained(network, options)
        #expect(result.nodes.map(\.name).contains("square1"))
        #expect(try result.accuracy(on: Sample.bars(count: 200, seed: 22)) > 0.8)
    }

    @Test(arguments: [-6, -5, -2, -1, 0, 1, 3, 5, 7], [-5, -4, -1, 0, 1, 3, 4])
    func shiftsMoveImages(right: Int, down: Int) {
        let (width, height) = (5, 4)
        let images = LabeledImages(
            width: width, height: height, classCount: 1, pixels: Array(1...40), labels: [0, 0])
        let fractions = [Float](unsafeUninitializedCapacity: 20) { buffer, count in
            let whole = UnsafeMutableBufferPointer(rebasing: buffer[..<20])
            images.writeFractions(ofImage: 1, shift: .init(right: right, down: down), to: whole)
            count = 20
        }
        for y in 0..<height {
            for x in 0..<width {
                let (fromX, fromY) = (x - right, y - down)
                let inside = (0..<width).contains(fromX) && (0..<height).contains(fromY)
                // The second image's pixels are 21, 22, ….
                let expected: Float = inside ? Float(21 + fromY * width + fromX) / 255 : 0
                #expect(abs(fractions[y * width + x] - expected) < 1e-6)
            }
        }
    }

    @Test func masksAreRespected() throws {
        var network = Sample.perceptron([36, 10, 4], seed: 1)
        let mask = (0..<360).map { $0 % 3 == 0 }
        network.parameters["layer1.weight"]!.apply(mask)
        network.parameters["layer2.bias"]!.apply([true, false, true, false])
        let result = try trained(network, options)
        let weights = result.parameters["layer1.weight"]!
        #expect(weights.mask == mask)
        for (index, weight) in weights.tensor.elements.enumerated() where !mask[index] {
            #expect(weight == 0)
        }
        #expect(weights.tensor.elements.count { $0 != 0 } == 120)
        #expect(result.parameters["layer2.bias"]!.tensor.elements[1] == 0)
        #expect(result.parameters["layer2.bias"]!.tensor.elements[0] != 0)
    }

    /// Two whole batches of 128 and a rest.
    @Test func meanSquaredGradients() throws {
        let images = images.prefix(300)
        let network = Sample.perceptron([36, 10, 4], seed: 1)
        let means = try network.meanSquaredGradients(on: images)
        let inputs = (0..<300).map { Tensor(shape: [36], elements: images[$0].map { Float($0) / 255 }) }
        let batches = try [0..<128, 128..<256, 256..<300].map {
            try network.lossAndGradients(inputs: Array(inputs[$0]), labels: Array(images.labels[$0]))
                .gradients
        }
        #expect(Set(means.keys) == Set(network.parameters.keys))
        for (name, mean) in means {
            for (index, value) in mean.elements.enumerated() {
                let squares = batches.map { $0[name]!.elements[index] * $0[name]!.elements[index] }
                let expected = squares.reduce(0, +) / 3
                #expect(abs(value - expected) <= 1e-4 * expected + 1e-9)
            }
        }
    }

    @Test func progressRunsToTheEnd() throws {
        var reports: [TrainingProgress] = []
        var (network, generator) = (Sample.perceptron([36, 4], seed: 1), SeededGenerator(seed: 1))
        try network.train(on: images, options: options, using: &generator) { reports.append($0) }
        #expect(reports.count >= options.epochs)
        #expect(reports.last?.fraction == 1)
        #expect(reports.last?.epoch == options.epochs)
        #expect(zip(reports, reports.dropFirst()).allSatisfy { $0.fraction < $1.fraction })
        #expect(reports.last!.loss < reports.first!.loss)
    }

    @Test func unfitDataIsRefused() {
        var generator = SeededGenerator(seed: 1)
        func expect(_ code: NetworkError.Code, _ widths: [Int], _ images: LabeledImages) {
            var network = Sample.perceptron(widths, seed: 1)
            let before = network
            #expect { try network.train(on: images, using: &generator) } throws: {
                ($0 as? NetworkError)?.code == code
            }
            #expect(network == before)
        }
        expect(.noData, [36, 4], images.prefix(0))
        expect(.inputShape, [35, 4], images)
        expect(.tooFewClasses, [36, 3], images)
        var network = Network(
            inputName: "x", inputShape: [36],
            nodes: [.init(name: "r", operation: .rectify, inputs: ["x"], output: "y")],
            outputName: "y", parameters: [:])
        #expect(throws: NetworkError(.noTrainableNode, at: "y")) {
            try network.train(on: images, using: &generator)
        }
    }

    @Test(arguments: [2, 10])
    func divergenceIsRefused(epochs: Int) {
        var (network, generator) = (Sample.perceptron([36, 10, 4], seed: 1), SeededGenerator(seed: 1))
        let before = network
        let options = TrainingOptions(
            epochs: epochs, batchSize: 500, learningRate: .greatestFiniteMagnitude)
        #expect(throws: NetworkError(.notFinite, at: "loss")) {
            try network.train(on: images, options: options, using: &generator)
        }
        #expect(network == before)
    }

    @Test func xoshiroStartsAsPublished() {
        // From the reference implementation of SplitMix64 and xoshiro256**, seed 0.
        var generator = SeededGenerator(seed: 0)
        #expect(generator.next() == 0x99EC_5F36_CB75_F2B4)
        #expect(generator.next() == 0xBF6E_1F78_4956_452A)
    }
}
