import NeuralNetworks
import Testing

@Suite struct AffineNetworkTests {
    private func layer(
        _ name: String = "layer1", inputs: Int = 2, outputs: Int = 1, weights: [UInt8] = [130, 125],
        bias: Int64 = 0, multiplier: Int64 = 3, zeroPoint: Int = 10
    ) -> AffineLayer {
        AffineLayer(
            name: name, outputCount: outputs, inputCount: inputs, weights: weights,
            biases: [Int64](repeating: bias, count: outputs),
            multipliers: [Int64](repeating: multiplier, count: outputs), outputZeroPoint: zeroPoint,
            fractionBits: 4, multiplierBits: 6, offsetBits: 20)
    }

    /// By hand, from the formula.
    @Test func oneLayer() throws {
        let network = try AffineNetwork(inputZeroPoint: 5, layers: [layer(bias: 7)])
        // M′ = ⌊10 · 16 / 3⌋ = 53; 2 · (7 − 5) − 3 · (1 − 5) + 7 + 53 = 76; ⌊3 · 76 / 16⌋ = 14.
        #expect(try network.logits(for: [7, 1]) == [14])
        // 2 · (0 − 5) − 3 · (255 − 5) + 60 = −700; ⌊−2100 / 16⌋ = −132: not cut off at 0.
        #expect(try network.logits(for: [0, 255]) == [-132])
    }

    @Test func rectifiesAtTheZeroPoint() throws {
        let second = layer("layer2", inputs: 1, weights: [129], zeroPoint: 0)
        let network = try AffineNetwork(inputZeroPoint: 5, layers: [layer(bias: 7), second])
        // 14 − 10 = 4, times 1, times 3 / 16.
        #expect(try network.layerOutputs(for: [7, 1]) == [[14], [0]])
        #expect(try network.logits(for: [255, 5]) == [(3 * ((3 * (500 + 60)) >> 4 - 10)) >> 4])
        #expect(try network.layerOutputs(for: [0, 255]) == [[-132], [0]])
    }

    @Test func imagesAndSingleInputsAgree() throws {
        var generator = SeededGenerator(seed: 3)
        func random(_ name: String, _ inputs: Int, _ outputs: Int) -> AffineLayer {
            layer(
                name, inputs: inputs, outputs: outputs,
                weights: (0..<inputs * outputs).map { _ in .random(in: 0 ... .max, using: &generator) })
        }
        let network = try AffineNetwork(layers: [random("a", 16, 6), random("b", 6, 3)])
        let images = LabeledImages(
            width: 4, height: 4, classCount: 3,
            pixels: (0..<16 * 70).map { _ in .random(in: 0 ... .max, using: &generator) },
            labels: [UInt8](repeating: 1, count: 70))
        let outputs = try network.layerOutputs(for: images)
        for index in 0..<images.count {
            #expect(try outputs[index] == network.layerOutputs(for: network.input(for: images[index])))
        }
        #expect(try network.accuracy(on: images) <= 1)
    }

    @Test func refusesWhatDoesNotFit() throws {
        let network = try AffineNetwork(layers: [layer()])
        #expect(throws: NetworkError(.inputShape, at: "input")) { try network.logits(for: [1]) }
        #expect(throws: NetworkError(.inputRange, at: "input")) { try network.logits(for: [1, 256]) }
        #expect(throws: NetworkError(.emptyNetwork, at: "network")) { try AffineNetwork(layers: []) }
        #expect(throws: NetworkError(.shapeMismatch, at: "b")) {
            try AffineNetwork(layers: [layer(), layer("b")])
        }
        #expect(throws: NetworkError(.duplicateName, at: "layer1")) {
            try AffineNetwork(layers: [layer(), layer(inputs: 1, weights: [9])])
        }
    }

    @Test func neuronsThatNobodyReads() throws {
        let hidden = layer(inputs: 2, outputs: 2, weights: [1, 2, 3, 4])
        let network = try AffineNetwork(layers: [hidden, layer("b", inputs: 2, weights: [128, 9])])
        #expect(network.readNeurons() == [[false, true], [true]])
        #expect(network.survivingWeightCount == 5 && network.weightCount == 6)
    }
}
