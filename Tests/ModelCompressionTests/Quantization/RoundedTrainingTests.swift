import ModelCompression
import NeuralNetworks
import Testing

/// Training whose passes see rounded weights: what it settles is what the integers have.
@Suite struct RoundedTrainingTests {
    private let train = Sample.bars(count: 600, seed: 2)
    private let test = Sample.bars(count: 400, seed: 6)
    private let training = TrainingOptions(epochs: 5, batchSize: 32, learningRate: 0.01, shiftDistance: 0)

    private func made(
        _ network: Network, _ options: QuantizationOptions, seed: UInt64 = 4
    ) throws -> (floats: Network, scales: RowScales, integers: IntegerNetwork, summary: QuantizationSummary) {
        var trained = network
        var generator = SeededGenerator(seed: seed)
        let scales = try trained.train(
            roundedBy: options, on: train, training: training, using: &generator)
        let (integers, summary) = try trained.quantized(options, rowScales: scales, calibratedOn: train)
        return (trained, scales, integers, summary)
    }

    @Test(arguments: [Activation.relu, .square], [5, 8])
    func scalesThatTrainingSettlesAreQuantizations(activation: Activation, windowBits: Int) throws {
        var network = try Sample.trained(activation: activation)
        network.inputBits = 2
        let options = QuantizationOptions(weightBits: [9, 8], windowBits: windowBits)
        // Begun with the finest scales that fit.
        let begun = try network.quantized(options, calibratedOn: train).summary.layers[0].weightScale
        let (floats, scales, integers, summary) = try made(network, options)
        let settled = try #require(scales["layer1"])
        #expect(settled.count == 12 && scales["layer2"] == nil)
        #expect(settled.max() == begun && summary.layers[0].weightScale == begun)
        let weights = floats.parameters["layer1.weight"]!.tensor.elements
        let linear = try integers.firstLayer()
        for (index, integer) in linear.weights.enumerated() {
            let rounded = (Double(weights[index]) / settled[index / 64]).rounded()
            #expect(Int32(min(max(rounded, -255), 255)) == integer)
        }
        #expect(try integers.largestSums().allSatisfy { $0 < 1 << windowBits })
    }

    @Test func deepWindowsHold() throws {
        var generator = SeededGenerator(seed: 3)
        var network = Network.multilayerPerceptron(widths: [64, 10, 9, 6], using: &generator)
        network.inputBits = 2
        let made = try made(network, QuantizationOptions(weightBits: 8, windowBits: 6))
        #expect(made.summary.layers.map(\.windowBits) == [6, 6, nil])
        let intervals = try made.integers.intervals(.exact)
        for node in [0, 2] { #expect(intervals.nodes[node].allSatisfy { $0.largestMagnitude < 64 }) }
        #expect(try made.integers.accuracy(on: test) > 0.8)
    }

    @Test(arguments: [Activation.relu, .square])
    func aSeedGivesOneNetwork(activation: Activation) throws {
        var network = try Sample.trained(activation: activation)
        network.inputBits = 2
        let options = QuantizationOptions(weightBits: 8, windowBits: 6)
        let (first, second) = (try made(network, options), try made(network, options))
        #expect(first.floats == second.floats && first.scales == second.scales)
        #expect(first.integers == second.integers && first.summary == second.summary)
        #expect(try made(network, options, seed: 5).floats != first.floats)
    }

    /// Integers with windows before squares answer as the floats do that they stand for.
    @Test func squaresWithWindows() throws {
        var network = try Sample.trained(epochs: 20, activation: .square)
        network.inputBits = 4
        let made = try made(network, QuantizationOptions(weightBits: [12, 12], windowBits: 9))
        #expect(made.summary.layers.map(\.windowBits) == [9, nil])
        #expect(try made.integers.largestSums().allSatisfy { $0 < 512 })
        let own = try made.integers.classes(of: test)
        let floats = try made.floats.classes(of: test)
        #expect(zip(own, floats).count { $0 == $1 } >= 380)
        #expect(try made.integers.accuracy(on: test) > 0.9)
    }

    /// (c z)² = c² z²: rows of unequal scales, computed by hand.
    @Test func squaredFactors() throws {
        var generator = SeededGenerator(seed: 1)
        var network = Network.multilayerPerceptron(widths: [2, 2, 2], activation: .square, using: &generator)
        network.inputBits = 2
        network.parameters["layer1.weight"]!.update { $0 = [1, 0.5, 0.25, -0.25] }
        network.parameters["layer1.bias"]!.update { $0 = [0, 0.5 / 3] }
        network.parameters["layer2.weight"]!.update { $0 = [0.9, -1, 2, 0.5] }
        network.parameters["layer2.bias"]!.update { $0 = [0.3, 0] }
        var scales = RowScales()
        scales["layer1"] = [0.5, 0.125]
        let images = LabeledImages(width: 2, height: 1, classCount: 2, pixels: [0, 255], labels: [0])
        let (integer, summary) = try network.quantized(
            QuantizationOptions(weightBits: 8, windowBits: 4), rowScales: scales, calibratedOn: images)
        // z in units of 0.5/3 and 0.125/3; y in (0.5/3)², with factors 1 and 1/16; so the weights that read y are
        // 0.9 and −1/16, 2 and 1/32, of which 2 is 127.
        #expect(try integer.firstLayer().weights == [2, 1, 2, -2])
        #expect(try integer.firstLayer().biases == [0, 4])
        guard case .linear(let second) = integer.nodes[2].operation else { return }
        #expect(second.weights == [57, -4, 127, 2])
        // 0.3 in units of (1/36) · (2/127).
        #expect(second.biases == [686, 0])
        #expect(abs(summary.layers[1].accumulatorScale - 2.0 / 127 / 36) < 1e-12)
        for (first, last) in [(0, 0), (3, 0), (0, 3), (3, 3), (2, 1)] {
            let logits = try integer.logits(for: [first, last])
            let (y0, y1) = (Int128(2 * first + last), Int128(2 * first - 2 * last + 4))
            #expect(logits == [57 * y0 * y0 - 4 * y1 * y1 + 686, 127 * y0 * y0 + 2 * y1 * y1])
            let input = Tensor(shape: [2], elements: [Float(first) / 3, Float(last) / 3])
            for (logit, float) in zip(logits, try network.forward([input])[0].elements) {
                #expect(abs(Double(logit) * summary.layers[1].accumulatorScale - Double(float)) < 0.02)
            }
        }
    }
}
