import ModelCompression
import NeuralNetworks
import Testing

/// Sums that fill a window, declared bits, and training with rounded weights.
@Suite struct WindowTests {
    private let train = Sample.bars(count: 600, seed: 2)
    private let test = Sample.bars(count: 400, seed: 6)

    @Test(arguments: [5, 8, 11], [1, 2, 8])
    func everySumFillsItsWindow(windowBits: Int, inputBits: Int) throws {
        var network = try Sample.trained()
        network.inputBits = inputBits
        let options = QuantizationOptions(weightBits: 16, windowBits: windowBits)
        let (integer, summary) = try network.quantized(options, calibratedOn: train)
        #expect(summary.layers.map(\.windowBits) == [windowBits, nil])
        #expect(summary.rectifiers.map(\.shift) == [0])
        let sums = try integer.largestSums()
        #expect(sums.allSatisfy { $0 < 1 << windowBits })
        guard inputBits < 8 else { return }
        // No row wastes half of it.
        for row in 0..<12 { #expect(max(sums[2 * row], sums[2 * row + 1]) > 3 << (windowBits - 3)) }
    }

    /// Rows with scales of their own compute the same function: with enough bits nothing is lost.
    @Test func wideWindowsLoseNothing() throws {
        var network = try Sample.trained()
        // Rows of very different sizes.
        network.parameters["layer1.weight"]!.update { weights in
            for index in weights.indices where index / 64 % 2 == 0 { weights[index] *= 64 }
        }
        network.parameters["layer1.bias"]!.update { biases in
            for index in biases.indices where index % 2 == 0 { biases[index] *= 64 }
        }
        network.parameters["layer2.weight"]!.update { weights in
            for index in weights.indices where index % 2 == 0 { weights[index] /= 64 }
        }
        let options = QuantizationOptions(weightBits: 20, windowBits: 28)
        let (integer, summary) = try network.quantized(options, calibratedOn: train.prefix(1))
        #expect(try integer.classes(of: test) == network.classes(of: test))
        let scale = summary.layers[1].accumulatorScale
        for index in 0..<20 {
            let tensor = Tensor(shape: [64], elements: test[index].map { Float($0) / 255 })
            let logits = try network.forward([tensor])[0].elements
            let sums = try integer.logits(for: integer.input(for: test[index]))
            for (sum, logit) in zip(sums, logits) {
                #expect(abs(Double(sum) * scale - Double(logit)) < 0.01)
            }
        }
    }

    @Test func deeperWindowsCountTheirInputs() throws {
        var generator = SeededGenerator(seed: 3)
        var network = Network.multilayerPerceptron(widths: [64, 10, 9, 6], using: &generator)
        network.inputBits = 2
        let options = QuantizationOptions(weightBits: [10, 10, 8], windowBits: 9)
        let (integer, summary) = try network.quantized(options, calibratedOn: train)
        #expect(summary.layers.map(\.windowBits) == [9, 9, nil])
        var largest: [Int128] = [0, 0]
        for index in 0..<train.count {
            let values = try integer.nodeValues(for: integer.input(for: train[index]))
            largest = [
                max(largest[0], values[0].map(abs).max()!), max(largest[1], values[2].map(abs).max()!),
            ]
        }
        #expect(largest.allSatisfy { (1..<512).contains($0) })
    }

    @Test func largestWeightBoundsTheScale() throws {
        let network = try Sample.trained()
        let options = QuantizationOptions(weightBits: [3, 8], windowBits: 20)
        let linear = try network.quantized(options, calibratedOn: train).network.firstLayer()
        #expect(linear.weightBits == 3)
        for row in 0..<12 { #expect(linear.row(row).map(\.magnitude).max() == 3) }
    }

    @Test func emptyRowsStayEmpty() throws {
        var network = try Sample.trained()
        network.parameters["layer1.weight"]!.apply((0..<768).map { $0 >= 128 })
        network.parameters["layer1.bias"]!.apply((0..<12).map { $0 != 0 })
        network.inputBits = 2
        let options = QuantizationOptions(windowBits: 7)
        let integer = try network.quantized(options, calibratedOn: train).network
        #expect(try integer.firstLayer().row(0).allSatisfy { $0 == 0 })
        #expect(try integer.firstLayer().biases[0] == 0)
        #expect(try integer.largestSums().allSatisfy { $0 < 128 })
    }

    /// A rectifier that something other than linear layers reads keeps one scale.
    @Test func outputsHaveNoWindow() throws {
        var network = try Sample.trained()
        network.nodes.append(.init(name: "last", operation: .rectify, inputs: ["logits"], output: "y"))
        network.outputName = "y"
        let options = QuantizationOptions(windowBits: 9)
        let summary = try network.quantized(options, calibratedOn: train).summary
        #expect(summary.layers.map(\.windowBits) == [9, nil])
    }

    @Test func bitsPerLayer() throws {
        let network = try Sample.trained()
        let (integer, _) = try network.quantized(
            QuantizationOptions(weightBits: [4, 10]), calibratedOn: train)
        let bits = integer.nodes.compactMap { node -> Int? in
            guard case .linear(let linear) = node.operation else { return nil }
            #expect(linear.weights.map(\.magnitude).max()! == 1 << (linear.weightBits - 1) - 1)
            return linear.weightBits
        }
        #expect(bits == [4, 10])
        #expect(throws: QuantizationError.weightBitsCount(layers: 2)) {
            try network.quantized(QuantizationOptions(weightBits: [4, 5, 6]), calibratedOn: train)
        }
    }

    @Test func biasBitsAreDeclared() throws {
        let network = try Sample.trained()
        let needed = try network.quantized(calibratedOn: train).summary.layers.map(\.biasBits)
        let (integer, summary) = try network.quantized(
            QuantizationOptions(biasBits: 24), calibratedOn: train)
        #expect(summary.layers.map(\.biasBits) == [24, 24])
        #expect(try integer.firstLayer().biasBits == 24)
        #expect(needed.allSatisfy { $0 < 24 })
        let least = needed.max()!
        _ = try network.quantized(QuantizationOptions(biasBits: least), calibratedOn: train)
        #expect(
            throws: QuantizationError.biasTooWide(
                node: needed[0] == least ? "layer1" : "layer2", bits: least, declared: least - 1)
        ) {
            try network.quantized(QuantizationOptions(biasBits: least - 1), calibratedOn: train)
        }
    }

    @Test func trainingMakesUpForRounding() throws {
        var network = try Sample.trained()
        try network.prune(toSparsity: 0.5)
        let mask = network.parameters["layer1.weight"]!.mask!
        network.inputBits = 2
        let options = QuantizationOptions(weightBits: [6, 6], windowBits: 4)
        let before = try network.quantized(options, calibratedOn: train).network.accuracy(on: test)
        let training = TrainingOptions(epochs: 6, batchSize: 32, learningRate: 0.01, shiftDistance: 0)
        var (first, second) = (network, network)
        var generator = SeededGenerator(seed: 4)
        let scales = try first.train(roundedBy: options, on: train, training: training, using: &generator)
        generator = SeededGenerator(seed: 4)
        #expect(
            try second.train(roundedBy: options, on: train, training: training, using: &generator) == scales)
        #expect(first == second)
        #expect(zip(first.parameters["layer1.weight"]!.tensor.elements, mask).allSatisfy { $0 == 0 || $1 })
        let integer = try first.quantized(options, rowScales: scales, calibratedOn: train)
            .network
        #expect(try integer.accuracy(on: test) > before)
        #expect(try integer.accuracy(on: test) > 0.9)
        #expect(try integer.largestSums().allSatisfy { $0 < 16 })
    }

    @Test func unfitOptionsAreRefusedBeforeTraining() throws {
        let network = try Sample.trained(epochs: 1)
        var trained = network
        var generator = SeededGenerator(seed: 4)
        let training = TrainingOptions(epochs: 1)
        #expect(throws: QuantizationError.weightBitsCount(layers: 2)) {
            try trained.train(
                roundedBy: QuantizationOptions(weightBits: [8, 8, 8]), on: train, training: training,
                using: &generator)
        }
        #expect(throws: QuantizationError.network(NetworkError(.noData, at: "images"))) {
            try trained.train(
                roundedBy: QuantizationOptions(), on: train.prefix(0), training: training, using: &generator)
        }
        #expect(trained == network)
    }
}
