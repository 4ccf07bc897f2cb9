import ModelCompression
import NeuralNetworks
import Testing

@Suite struct PruningTests {
    private func perceptron(seed: UInt64 = 1) -> Network {
        var generator = SeededGenerator(seed: seed)
        return Network.multilayerPerceptron(widths: [13, 7, 5], using: &generator)
    }

    private func weights(_ network: Network) -> [Float] {
        network.parameters["layer1.weight"]!.tensor.elements
            + network.parameters["layer2.weight"]!.tensor.elements
    }

    @Test(arguments: [0, 0.001, 0.1, 0.5, 0.77, 0.9, 0.99, 1])
    func removesExactlySoMany(sparsity: Double) throws {
        var network = perceptron()
        let before = weights(network)
        try network.prune(toSparsity: sparsity)
        let removed = Int((sparsity * 126).rounded())
        #expect(network.weightCount == 126)
        #expect(network.survivingWeightCount == 126 - removed)
        #expect(abs(network.sparsity - Double(removed) / 126) < 1e-12)
        let after = weights(network)
        #expect(after.count { $0 == 0 } == removed)
        // The survivors are unchanged, and none is smaller than one that went.
        let gone = zip(before, after).filter { $0.1 == 0 }.map { abs($0.0) }
        let kept = zip(before, after).filter { $0.1 != 0 }
        #expect(kept.allSatisfy { $0.0 == $0.1 })
        #expect((gone.max() ?? 0) <= (kept.map { abs($0.0) }.min() ?? .infinity))
    }

    @Test func tiesGoByPosition() throws {
        var network = perceptron()
        network.parameters["layer1.weight"]!.update { $0 = $0.indices.map { $0 % 2 == 0 ? 1 : -1 } }
        network.parameters["layer2.weight"]!.update { $0 = $0.map { _ in 1 } }
        try network.prune(toSparsity: 100.0 / 126)
        #expect(weights(network).prefix(100).allSatisfy { $0 == 0 })
        #expect(weights(network).dropFirst(100).allSatisfy { $0 == 1 })
    }

    @Test func masksCompose() throws {
        var inSteps = perceptron()
        for sparsity in [0.2, 0.5, 0.8] { try inSteps.prune(toSparsity: sparsity) }
        var atOnce = perceptron()
        try atOnce.prune(toSparsity: 0.8)
        #expect(inSteps == atOnce)
        try inSteps.prune(toSparsity: 0.3)
        #expect(inSteps == atOnce)
    }

    /// A weight of value zero that survives goes after those already masked.
    @Test func maskedWeightsCountAsRemoved() throws {
        var network = perceptron()
        network.parameters["layer1.weight"]!.update { $0[0] = 0 }
        network.parameters["layer2.weight"]!.apply((0..<35).map { $0 >= 10 })
        try network.prune(toSparsity: 10.0 / 126)
        #expect(network.survivingWeightCount == 116)
        #expect(network.parameters["layer1.weight"]!.survivingCount == 91)
        try network.prune(toSparsity: 11.0 / 126)
        #expect(network.parameters["layer1.weight"]!.mask![0] == false)
    }

    @Test func biasesGoWithTheLastWeight() throws {
        let images = Sample.bars(count: 200, seed: 3)
        var network = try Sample.trained()
        let bias = network.parameters["layer2.bias"]!.tensor
        try network.prune(toSparsity: 0.99)
        #expect(network.parameters["layer2.bias"]!.tensor == bias)
        try network.prune(toSparsity: 1)
        #expect(try network.forward([Tensor(zeros: [64])]) == [Tensor(zeros: [6])])
        let zeros = Double(images.labels.count { $0 == 0 }) / 200
        #expect(try network.accuracy(on: images) == zeros)
        #expect(try network.quantized(calibratedOn: images).network.accuracy(on: images) == zeros)
        // Training cannot bring them back.
        var generator = SeededGenerator(seed: 1)
        try network.prune(toSparsity: 1, retrainingOn: images, using: &generator)
        #expect(try network.accuracy(on: images) == zeros)
    }

    /// Weights on pixels that are dark in every image go first, however large they are.
    @Test func saliencySeesDarkPixels() throws {
        let images = Sample.bars(count: 300, seed: 10)
        let dark = LabeledImages(
            width: 8, height: 8, classCount: 6,
            pixels: images.pixels.enumerated().map { $0.offset % 8 < 2 ? 0 : $0.element },
            labels: images.labels)
        var network = try Sample.trained()
        network.parameters["layer1.weight"]!.update { weights in
            for index in weights.indices where index % 8 < 2 { weights[index] = 9 }
        }
        func darkSurvivors(_ network: Network) -> Int {
            network.parameters["layer1.weight"]!.mask!.enumerated().count { $0 % 8 < 2 && $1 }
        }
        // 16 of 64 pixels, 12 neurons.
        var byMagnitude = network
        try byMagnitude.prune(toSparsity: 0.4)
        #expect(darkSurvivors(byMagnitude) == 192)
        try network.prune(toSparsity: 0.4, by: .saliency(of: network, on: dark))
        #expect(darkSurvivors(network) == 0)
    }

    @Test(arguments: [0.3, 0.8, 1])
    func saliencyRemovesTheLowestScores(sparsity: Double) throws {
        let images = Sample.bars(count: 300, seed: 10)
        let network = try Sample.trained()
        let squares = try network.meanSquaredGradients(on: images)
        var pruned = network
        try pruned.prune(toSparsity: sparsity, by: .saliency(of: pruned, on: images))
        #expect(pruned.survivingWeightCount == 840 - Int((sparsity * 840).rounded()))
        var (gone, kept): ([Float], [Float]) = ([], [])
        for name in ["layer1.weight", "layer2.weight"] {
            let weights = network.parameters[name]!.tensor.elements
            for (index, survives) in pruned.parameters[name]!.mask!.enumerated() {
                let score = abs(weights[index]) * squares[name]!.elements[index].squareRoot()
                if survives { kept.append(score) } else { gone.append(score) }
            }
        }
        #expect(gone.max()! <= kept.min() ?? .infinity)
    }

    @Test(arguments: [PruningCriterion.magnitude, .saliency])
    func retrainingKeepsTheMaskAndHelps(criterion: PruningCriterion) throws {
        let network = try Sample.trained(hidden: 24)
        let test = Sample.bars(count: 400, seed: 4)
        var oneShot = network
        try oneShot.prune(toSparsity: 0.93)
        let options = TrainingOptions(epochs: 4, batchSize: 32, learningRate: 0.01, shiftDistance: 0)
        let schedule = PruningSchedule(criterion: criterion, steps: 3, intermediate: options, final: options)
        var retrained = network
        var generator = SeededGenerator(seed: 5)
        var reports: [TrainingProgress] = []
        try retrained.prune(
            toSparsity: 0.93, retrainingOn: Sample.bars(count: 600, seed: 2), schedule: schedule,
            using: &generator
        ) { reports.append($0) }
        #expect(retrained.survivingWeightCount == oneShot.survivingWeightCount)
        #expect(
            retrained.parameters["layer1.weight"]!.tensor.elements.count { $0 != 0 }
                == retrained.parameters["layer1.weight"]!.survivingCount)
        #expect(try retrained.accuracy(on: test) > oneShot.accuracy(on: test) + 0.05)
        #expect(reports.last?.fraction == 1)
        #expect(reports.last?.epoch == 12 && reports.last?.epochCount == 12)
        #expect(zip(reports, reports.dropFirst()).allSatisfy { $0.fraction < $1.fraction })
    }
}
