import ModelCompression
import NeuralNetworks
import Testing

@Suite struct QuantizationTests {
    private let train = Sample.bars(count: 600, seed: 2)
    private let test = Sample.bars(count: 400, seed: 6)

    @Test func eightBitsLoseLittle() throws {
        let network = try Sample.trained()
        let (integer, summary) = try network.quantized(calibratedOn: train)
        try integer.validate()
        #expect(integer.nodes.map(\.name) == ["layer1", "relu1", "layer2"])
        #expect(try abs(integer.accuracy(on: test) - network.accuracy(on: test)) <= 0.01)
        try expectClose(integer, network, scale: summary.layers[1].accumulatorScale, relative: 0.05)
    }

    @Test func sixteenBitsWithoutShiftsLoseNothing() throws {
        let network = try Sample.trained()
        let options = QuantizationOptions(weightBits: 16, activationBits: nil)
        let (integer, summary) = try network.quantized(options, calibratedOn: train.prefix(0))
        #expect(summary.rectifiers.map(\.shift) == [0])
        #expect(try integer.classes(of: test) == network.classes(of: test))
        try expectClose(integer, network, scale: summary.layers[1].accumulatorScale, relative: 0.001)
    }

    /// The scale behind a square is the square of the scale before it.
    @Test func squares() throws {
        let network = try Sample.trained(epochs: 20, activation: .square)
        let options = QuantizationOptions(weightBits: 12)
        let (integer, summary) = try network.quantized(options, calibratedOn: train)
        #expect(integer.nodes.map(\.name) == ["layer1", "square1", "layer2"])
        #expect(integer.nodes[1].operation == .square)
        let first = summary.layers[0].accumulatorScale
        #expect(summary.layers[1].inputScale == first * first && summary.layers[0].windowBits == nil)
        #expect(try integer.accuracy(on: test) > 0.9)
        #expect(try abs(integer.accuracy(on: test) - network.accuracy(on: test)) <= 0.02)
        try expectClose(integer, network, scale: summary.layers[1].accumulatorScale, relative: 0.05)
    }

    /// Logits times their scale are near the float ones, measured by the largest.
    private func expectClose(
        _ integer: IntegerNetwork, _ network: Network, scale: Double, relative: Double
    ) throws {
        let inputs = (0..<50).map { Tensor(shape: [64], elements: test[$0].map { Float($0) / 255 }) }
        let logits = try network.forward(inputs).map { $0.elements.map(Double.init) }
        let tolerance = relative * logits.joined().reduce(0) { max($0, abs($1)) }
        for (index, row) in try integer.logits(for: test.prefix(50)).enumerated() {
            for (value, reference) in zip(row, logits[index]) {
                #expect(abs(Double(value) * scale - reference) < tolerance)
            }
        }
    }

    @Test(arguments: [3, 5, 8], [2, 4, 8])
    func declaredBitsAreKept(weightBits: Int, activationBits: Int) throws {
        let network = try Sample.trained()
        let options = QuantizationOptions(weightBits: weightBits, activationBits: activationBits)
        let (integer, summary) = try network.quantized(options, calibratedOn: train)
        var largestActivation: Int128 = 0
        for index in 0..<train.count {
            let values = try integer.nodeValues(for: integer.input(for: train[index]))
            largestActivation = max(largestActivation, values[1].max()!)
        }
        // One in 10,000 of 7,200 is none: all fit, but for what rounding of weights adds.
        #expect(largestActivation < (1 << activationBits) + (1 << activationBits) / 2)
        #expect(largestActivation >= 1 << (activationBits - 2))
        for (node, layer) in zip([integer.nodes[0], integer.nodes[2]], summary.layers) {
            guard case .linear(let linear) = node.operation else { continue }
            let largest = linear.weights.map(\.magnitude).max()!
            #expect(linear.weightBits == weightBits && largest == (1 << (weightBits - 1)) - 1)
            let largestBias = linear.biases.map(\.magnitude).max()!
            #expect(largestBias < 1 << (layer.biasBits - 1) && largestBias >= 1 << (layer.biasBits - 2))
            #expect(linear.weights.count { $0 != 0 } == layer.nonzerosAfter)
            #expect(layer.nonzerosAfter <= layer.nonzerosBefore)
        }
    }

    /// The scales of a chain, computed by hand.
    @Test func scalesOfAKnownNetwork() throws {
        var generator = SeededGenerator(seed: 1)
        var network = Network.multilayerPerceptron(widths: [1, 1, 1], using: &generator)
        network.parameters["layer1.weight"]!.update { $0 = [12.7] }
        network.parameters["layer1.bias"]!.update { $0 = [-1] }
        network.parameters["layer2.weight"]!.update { $0 = [-2.54] }
        network.parameters["layer2.bias"]!.update { $0 = [0.5] }
        let images = LabeledImages(
            width: 1, height: 1, classCount: 1, pixels: Array(0...255),
            labels: [UInt8](repeating: 0, count: 256))
        let (integer, summary) = try network.quantized(calibratedOn: images)
        // z = 127 x − 2550 in units of 0.1/255; the largest, 29835, needs a shift by 7 to fit 8 bits.
        #expect(integer.nodes[1].operation == .rectify(shift: 7))
        #expect(
            integer.nodes[0].operation
                == .linear(
                    IntegerLinear(
                        outputCount: 1, inputCount: 1, weights: [127], biases: [-2550], weightBits: 8,
                        biasBits: 13)))
        // y in units of 12.8/255, z2 in units of 0.02 of those: 0.5 is 498.05 of them.
        #expect(
            integer.nodes[2].operation
                == .linear(
                    IntegerLinear(
                        outputCount: 1, inputCount: 1, weights: [-127], biases: [498], weightBits: 8,
                        biasBits: 10)))
        #expect(abs(summary.rectifiers[0].scale - 12.8 / 255) < 1e-6)
        #expect(try integer.logits(for: [255]) == [-127 * 233 + 498])
    }

    @Test(arguments: [1, 2, 4], [1, 2])
    func coarsePixels(bits: Int, boxSide: Int) throws {
        let transform = try InputTransform(bits: bits, boxSide: boxSide, of: train)
        var generator = SeededGenerator(seed: 8)
        var network = Network.multilayerPerceptron(
            widths: [64 / (boxSide * boxSide), 12, 6], using: &generator)
        network.inputTransform = transform
        try network.train(
            on: train,
            options: TrainingOptions(epochs: 8, batchSize: 32, learningRate: 0.01, shiftDistance: 0),
            using: &generator)
        let integer = try network.quantized(calibratedOn: train).network
        #expect(integer.inputTransform == transform && integer.inputBits == bits)
        #expect(try abs(integer.accuracy(on: test) - network.accuracy(on: test)) <= 0.02)
        // Finely quantized, integers and floats answer alike.
        let options = QuantizationOptions(weightBits: 20, activationBits: nil)
        let fine = try network.quantized(options, calibratedOn: train.prefix(0)).network
        #expect(try fine.classes(of: test) == network.classes(of: test))
        #expect(throws: QuantizationError.inputNotPixels(transform)) {
            try network.affineQuantized(calibratedOn: train)
        }
    }

    @Test func zerosStayZeroAndSoftmaxFallsAway() throws {
        var network = try Sample.trained()
        try network.prune(toSparsity: 0.6)
        network.nodes.append(.init(name: "softmax", operation: .softmax, inputs: ["logits"], output: "p"))
        network.nodes.insert(
            .init(name: "unread", operation: .rectify, inputs: ["hidden1"], output: "nothing"), at: 2)
        network.outputName = "p"
        let (integer, summary) = try network.quantized(calibratedOn: train)
        #expect(integer.nodes.map(\.name) == ["layer1", "relu1", "layer2"])
        guard case .linear(let linear) = integer.nodes[0].operation else { return }
        let weights = network.parameters["layer1.weight"]!
        for (index, weight) in linear.weights.enumerated() where weight != 0 { #expect(weights.mask![index]) }
        #expect(summary.layers[0].nonzerosBefore == weights.survivingCount)
    }

    /// Two linear branches of one value, scaled apart, then added.
    private func branches(second: FloatOperation, factor: Float) throws -> Network {
        var network = try Sample.trained()
        var generator = SeededGenerator(seed: 9)
        let other = (0..<72).map { _ in Float.random(in: -1...1, using: &generator) * factor }
        network.parameters["other"] = Parameter(Tensor(shape: [6, 12], elements: other))
        network.nodes[2].output = "first"
        network.nodes.append(.init(name: "other", operation: second, inputs: ["hidden1"], output: "second"))
        network.nodes.append(
            .init(name: "sum", operation: .add, inputs: ["first", "second"], output: "logits"))
        return network
    }

    @Test(arguments: [0.2, 1, 3] as [Float])
    func branchesGetOneScale(factor: Float) throws {
        let network = try branches(second: .linear(weights: "other", bias: nil), factor: factor)
        let (integer, summary) = try network.quantized(calibratedOn: train)
        #expect(summary.layers.map(\.name) == ["layer1", "layer2", "other"])
        let scale = summary.layers[1].accumulatorScale
        #expect(abs(summary.layers[2].accumulatorScale / scale - 1) < 1e-12)
        try expectClose(integer, network, scale: scale, relative: 0.06)
    }

    @Test func unequalScalesAreRefused() throws {
        var network = try Sample.trained()
        network.parameters["square"] = Parameter(
            Tensor(shape: [12, 12], elements: (0..<144).map { Float($0 % 7) - 3 }))
        network.nodes.insert(
            .init(
                name: "inner", operation: .linear(weights: "square", bias: nil), inputs: ["hidden1"],
                output: "inner"), at: 2)
        network.nodes.insert(
            .init(name: "sum", operation: .add, inputs: ["hidden1", "inner"], output: "sum"), at: 3)
        network.nodes[4].inputs = ["sum"]
        #expect(throws: QuantizationError.unequalScales(node: "sum")) {
            try network.quantized(calibratedOn: train)
        }
    }

    @Test func unfitDataIsRefused() throws {
        let network = try Sample.trained(epochs: 1)
        #expect(throws: QuantizationError.network(NetworkError(.noData, at: "calibration"))) {
            try network.quantized(calibratedOn: train.prefix(0))
        }
        var huge = network
        huge.parameters["layer1.bias"]!.update { $0[0] = 1e30 }
        #expect(throws: QuantizationError.biasOutOfRange(node: "layer1")) {
            try huge.quantized(calibratedOn: train)
        }
        let nothing = Network(
            inputName: "x", inputShape: [64],
            nodes: [.init(name: "softmax", operation: .softmax, inputs: ["x"], output: "y")],
            outputName: "y", parameters: [:])
        #expect(throws: QuantizationError.nothingToCompute) { try nothing.quantized(calibratedOn: train) }
    }
}
