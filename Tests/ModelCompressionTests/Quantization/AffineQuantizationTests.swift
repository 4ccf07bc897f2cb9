import ModelCompression
import NeuralNetworks
import Testing

@Suite struct AffineQuantizationTests {
    private let train = Sample.bars(count: 600, seed: 2)
    private let test = Sample.bars(count: 400, seed: 6)

    @Test(arguments: [nil, 128, 60]) func losesLittle(zeroPoint: Int?) throws {
        let network = try Sample.trained()
        let affine = try network.affineQuantized(
            AffineQuantizationOptions(zeroPoint: zeroPoint), calibratedOn: train)
        #expect(affine.layers.map(\.name) == ["layer1", "layer2"])
        #expect(try abs(affine.accuracy(on: test) - network.accuracy(on: test)) <= 0.03)
        for layer in affine.layers {
            #expect(layer.multipliers.allSatisfy { (256..<1 << 14).contains($0) })
            #expect(zeroPoint.map { $0 == layer.outputZeroPoint } ?? true)
            #expect(layer.weights.allSatisfy { $0 >= 1 })
        }
        // Calibration covers 0 … 255, but for rounding.
        let outputs = try affine.layerOutputs(for: train).joined().joined()
        #expect(outputs.min()! > -12 && outputs.max()! < 268)
    }

    @Test(arguments: [0.5, 0.9, 1]) func prunedWeightsAreAtTheZeroPoint(sparsity: Double) throws {
        var network = try Sample.trained()
        try network.prune(toSparsity: sparsity)
        let affine = try network.affineQuantized(calibratedOn: train)
        #expect(affine.survivingWeightCount <= network.survivingWeightCount)
        #expect(affine.survivingWeightCount >= network.survivingWeightCount * 9 / 10)
        let masks = ["layer1", "layer2"].map { network.parameters[$0 + ".weight"]!.mask! }
        for (layer, mask) in zip(affine.layers, masks) {
            #expect(zip(layer.weights, mask).allSatisfy { $1 || $0 == 128 })
        }
        guard sparsity == 1 else { return }
        #expect(try affine.classes(of: test).allSatisfy { $0 == 0 })
    }

    @Test func refusesOtherNetworks() throws {
        var network = try Sample.trained()
        let relu = network.nodes.remove(at: 1)
        network.nodes[1].inputs = network.nodes[0].output == relu.inputs[0] ? relu.inputs : []
        #expect(throws: QuantizationError.notAPerceptron(node: "layer2")) {
            try network.affineQuantized(calibratedOn: train)
        }
        #expect(throws: QuantizationError.network(NetworkError(.noData, at: "calibration"))) {
            try Sample.trained().affineQuantized(calibratedOn: train.prefix(0))
        }
        #expect(throws: QuantizationError.biasOutOfRange(node: "layer1")) {
            try Sample.trained().affineQuantized(
                AffineQuantizationOptions(offsetBits: 4), calibratedOn: train)
        }
    }
}
