import ModelCompression
import NeuralNetworks
import Testing

/// Among which weights pruning chooses, and where its schedule begins.
@Suite struct ScopeTests {
    private let images = Sample.bars(count: 200, seed: 2)
    private let training = TrainingOptions(epochs: 1, batchSize: 32, learningRate: 0.005, shiftDistance: 0)

    private func perceptron() -> Network {
        var generator = SeededGenerator(seed: 1)
        return Network.multilayerPerceptron(widths: [64, 10, 8, 6], skip: true, using: &generator)
    }

    private func sparsity(_ network: Network, _ layer: String) -> Double {
        let parameter = network.parameters[layer + ".weight"]!
        return 1 - Double(parameter.survivingCount) / Double(parameter.tensor.elements.count)
    }

    @Test(arguments: [0.1, 0.5, 0.9])
    func everyLayerToTheSameSparsity(target: Double) throws {
        var network = perceptron()
        // Very unequal weights: chosen among all, layer 2 would stay and the skip, of zeros, would go first.
        network.parameters["layer2.weight"]!.update { $0 = $0.map { $0 * 1e6 } }
        var global = network
        try network.prune(toSparsity: target, scope: .perLayer)
        for (layer, count) in [("layer1", 640), ("layer2", 80), ("layer3", 48), ("skip", 384)] {
            let removed = (target * Double(count)).rounded()
            #expect(abs(sparsity(network, layer) - removed / Double(count)) < 1e-12)
        }
        try global.prune(toSparsity: target)
        #expect(sparsity(global, "layer2") == 0)
    }

    @Test func namedLayersAloneArePruned() throws {
        var network = perceptron()
        let before = network
        try network.prune(toSparsity: 0.5, scope: .layers(["layer2", "skip"]))
        #expect(network.weightCount - network.survivingWeightCount == (80 + 384) / 2)
        for name in ["layer1.weight", "layer3.weight", "layer1.bias", "layer2.bias"] {
            #expect(network.parameters[name]!.tensor == before.parameters[name]!.tensor)
            #expect(network.parameters[name]!.survivingCount == before.parameters[name]!.survivingCount)
        }
        for name in ["layer9", "relu1", "layer2.weight", ""] {
            let pruned = network
            #expect(throws: NetworkError(.unknownLayer, at: name)) {
                try network.prune(toSparsity: 0.9, scope: .layers(["layer1", name]))
            }
            #expect(network == pruned)
        }
        #expect(throws: NetworkError(.nothingToPrune, at: "network")) {
            try network.prune(toSparsity: 0.5, scope: .layers([]))
        }
        // Pixels of a network that nothing but the skip reads.
        #expect(throws: NetworkError(.nothingToPrune, at: "network")) {
            try network.prune(toSparsity: 0.5, granularity: .pixel, scope: .layers(["layer2"]))
        }
    }

    /// A layer is pruned from its own sparsity on, not from that of the whole network.
    @Test(arguments: PruningCriterion.allCases, PruningSchedule.Curve.allCases)
    func schedulesBeginWhereTheirLayersAre(
        criterion: PruningCriterion, curve: PruningSchedule.Curve
    ) throws {
        var network = perceptron()
        try network.prune(toSparsity: 0.95, scope: .layers(["layer1", "skip"]))
        #expect(network.sparsity > 0.8)
        var generator = SeededGenerator(seed: 3)
        let schedule = PruningSchedule(
            criterion: criterion, scope: .layers(["layer2"]), curve: curve, steps: 3, intermediate: training,
            final: training)
        try network.prune(
            toSparsity: 0.25, retrainingOn: images, schedule: schedule, using: &generator)
        #expect(sparsity(network, "layer2") == 0.25)
        #expect(sparsity(network, "layer3") == 0)
    }

    /// A layer that is gone stays gone, and nothing is computed with what is left of it.
    @Test(arguments: PruningSchedule.Curve.allCases)
    func layersThatAreGoneAreTrainedOnWithout(curve: PruningSchedule.Curve) throws {
        var network = perceptron()
        try network.prune(toSparsity: 1, scope: .layers(["layer2"]))
        var generator = SeededGenerator(seed: 3)
        let schedule = PruningSchedule(
            scope: .layers(["layer2"]), curve: curve, steps: 2, intermediate: training, final: training)
        let before = network
        try network.prune(toSparsity: 0.5, retrainingOn: images, schedule: schedule, using: &generator)
        #expect(sparsity(network, "layer2") == 1)
        #expect(network.parameters["skip.weight"] != before.parameters["skip.weight"])
    }

    /// Layers that are unequally sparse before meet at the target.
    @Test func schedulesPerLayerBeginWithTheFullest() throws {
        var network = perceptron()
        try network.prune(toSparsity: 0.7, scope: .layers(["layer1"]))
        var generator = SeededGenerator(seed: 3)
        let schedule = PruningSchedule(
            scope: .perLayer, steps: 3, intermediate: training, final: training)
        try network.prune(toSparsity: 0.5, retrainingOn: images, schedule: schedule, using: &generator)
        #expect(abs(sparsity(network, "layer1") - 0.7) < 1e-12)
        for layer in ["layer2", "layer3", "skip"] { #expect(sparsity(network, layer) == 0.5) }
    }
}
