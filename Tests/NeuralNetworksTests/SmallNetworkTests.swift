import NeuralNetworks
import Testing

/// What small networks are made of: coarse pixels, a linear layer beside the hidden ones, held-out images.
@Suite struct SmallNetworkTests {
    private func images(count: Int) -> LabeledImages {
        var generator = SeededGenerator(seed: 3)
        return LabeledImages(
            width: 3, height: 2, classCount: 4,
            pixels: (0..<count * 6).map { _ in .random(in: 0...255, using: &generator) },
            labels: (0..<count).map { UInt8($0 % 4) })
    }

    @Test func inputBitsAreRemembered() {
        var generator = SeededGenerator(seed: 1)
        var network = Network.multilayerPerceptron(widths: [6, 4], using: &generator)
        #expect(network.inputBits == 8)
        network.inputBits = 2
        #expect(network.inputTransform == InputTransform(bits: 2))
        #expect(network.metadata.isEmpty)
    }

    @Test func heldOutImagesAreTheSameEveryTime() {
        let all = images(count: 50)
        let (rest, heldOut) = all.holdingOut(20)
        #expect(rest.count == 30 && heldOut.count == 20)
        #expect(all.holdingOut(20) == (rest, heldOut))
        // Every image is in one part, with its label, in its order.
        var positions = (rest: 0, heldOut: 0)
        for index in 0..<50 {
            if positions.rest < 30, rest[positions.rest].elementsEqual(all[index]) {
                #expect(rest.labels[positions.rest] == all.labels[index])
                positions.rest += 1
            } else {
                #expect(heldOut[positions.heldOut].elementsEqual(all[index]))
                #expect(heldOut.labels[positions.heldOut] == all.labels[index])
                positions.heldOut += 1
            }
        }
        // They are drawn from everywhere, not from an end.
        #expect(!heldOut.prefix(20).pixels.elementsEqual(all.pixels.suffix(120)))
        #expect(!heldOut.prefix(20).pixels.elementsEqual(all.pixels.prefix(120)))
        #expect(all.holdingOut(0).rest == all && all.holdingOut(50).heldOut == all)
    }

    @Test func aSkipAddsALinearLayer() throws {
        var (first, second) = (SeededGenerator(seed: 1), SeededGenerator(seed: 1))
        let plain = Network.multilayerPerceptron(widths: [6, 5, 4], using: &first)
        var network = Network.multilayerPerceptron(widths: [6, 5, 4], skip: true, using: &second)
        try network.validate()
        #expect(network.nodes.map(\.name) == ["layer1", "relu1", "layer2", "skip", "sum"])
        let inputs = (0..<3).map { k in
            Tensor(shape: [6], elements: (0..<6).map { Float($0 * k) / 10 })
        }
        // It begins at zero, and counts from then on.
        #expect(try network.forward(inputs) == plain.forward(inputs))
        network.parameters["skip.weight"]!.update { weights in
            for index in weights.indices { weights[index] = Float(index % 5) - 2 }
        }
        let weights = network.parameters["skip.weight"]!.tensor.elements
        let outputs = try zip(network.forward(inputs), plain.forward(inputs))
        for (input, (output, base)) in zip(inputs, outputs) {
            for row in 0..<4 {
                let straight = (0..<6).reduce(Float(0)) { $0 + weights[row * 6 + $1] * input.elements[$1] }
                #expect(abs(output.elements[row] - base.elements[row] - straight) < 1e-5)
            }
        }
        try network.train(on: images(count: 40), options: TrainingOptions(epochs: 1), using: &first)
        #expect(network.parameters["skip.weight"]!.tensor.elements != weights)
    }
}
