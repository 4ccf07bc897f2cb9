import ModelCompression
import NeuralNetworks
import Testing

/// Pruning by movement and, as its control, by chance.
@Suite struct MovementTests {
    private let train = Sample.bars(count: 600, seed: 2)
    private let training = TrainingOptions(epochs: 4, batchSize: 32, learningRate: 0.01, shiftDistance: 0)

    private func schedule(_ criterion: PruningCriterion, steps: Int = 3) -> PruningSchedule {
        PruningSchedule(criterion: criterion, steps: steps, intermediate: training, final: training)
    }

    /// One bright pixel of two, two classes, one step: z = (0.5, −0.25), so p₁ = 1 / (1 + e^0.75) = 0.3208213.
    @Test func oneStepByHand() throws {
        var generator = SeededGenerator(seed: 1)
        var network = Network.multilayerPerceptron(widths: [2, 2], using: &generator)
        network.parameters["layer1.weight"]!.update { $0 = [0.5, 7, -0.25, 9] }
        let images = LabeledImages(width: 2, height: 1, classCount: 2, pixels: [255, 0], labels: [0])
        var guide = try MovementGuide(network, schedule(.movement), toSparsity: 0.5)
        try network.train(
            on: images, options: TrainingOptions(epochs: 1, batchSize: 1, shiftDistance: 0), guidedBy: &guide,
            using: &generator)
        let scores = guide.weightScores["layer1.weight"]
        // −w g: g₀ = p₀ − 1 = −p₁ for class 0, g₁ = p₁ for class 1, nothing for the dark pixel.
        let expected: [Float] = [0.5 * 0.3208213, 0, 0.25 * 0.3208213, 0]
        for (score, value) in zip(scores, expected) { #expect(abs(score - value) < 1e-6) }
    }

    /// Weights that are out stand still, go on collecting scores, and come back when these are high enough.
    @Test func weightsComeBack() throws {
        var generator = SeededGenerator(seed: 1)
        var network = Network.multilayerPerceptron(widths: [2, 2], using: &generator)
        network.parameters["layer1.weight"]!.update { $0 = [1, 1, 1, 1] }
        var schedule = schedule(.movement)
        schedule.curve = .linear
        let interval = MovementGuide.interval
        func step(_ index: Int) -> TrainingStep { TrainingStep(index: index, count: 3 * interval) }
        var guide = try MovementGuide(network, schedule, toSparsity: 0.75)
        var trained: [Float] = [1, 1, 1, 1]
        guide.begin(["layer1.weight": 0..<4], trained: trained)
        #expect(try guide.parametersSeen(trained, at: step(0)) == trained)
        // The first weight moves towards zero, the second stands, the others move away, in two shards.
        guide.observe([[1, 0, -1, -1], [1, 0, -1, -2]], of: trained, at: step(0))
        #expect(guide.weightScores["layer1.weight"] == [-2, 0, 2, 3])
        // A third of the way to 3 of 4: one goes.
        #expect(try guide.parametersSeen(trained, at: step(interval)) == [0, 1, 1, 1])
        trained = [5, 6, 7, 8]
        guide.confine(&trained, after: step(interval))
        #expect(trained == [1, 6, 7, 8])
        // It is out, and its gradient counts with the value that it keeps; between choices nothing changes.
        guide.observe([[-9, 0, 0, 0]], of: trained, at: step(interval))
        #expect(guide.weightScores["layer1.weight"] == [7, 0, 2, 3])
        #expect(try guide.parametersSeen(trained, at: step(interval + 1)) == [0, 6, 7, 8])
        // Two thirds of the way two are out, and the first is not one of them.
        #expect(try guide.parametersSeen(trained, at: step(2 * interval)) == [1, 0, 0, 8])
        var moved: [Float] = [2, 9, 9, 9]
        guide.confine(&moved, after: step(2 * interval))
        #expect(moved == [2, 6, 7, 9])
    }

    @Test(arguments: [PruningGranularity.weight, .block(rows: 4), .neuron, .pixel])
    func endsAtTheTarget(granularity: PruningGranularity) throws {
        var network = try Sample.trained(hidden: 16)
        var schedule = schedule(.movement, steps: 2)
        schedule.granularity = granularity
        var generator = SeededGenerator(seed: 5)
        var reports: [TrainingProgress] = []
        try network.prune(toSparsity: 0.5, retrainingOn: train, schedule: schedule, using: &generator) {
            reports.append($0)
        }
        let removed = network.weightCount - network.survivingWeightCount
        switch granularity {
        case .weight: #expect(removed == 560)
        // A block has four weights at most.
        case .block: #expect((557...560).contains(removed))
        case .neuron: #expect(removed == 8 * 70)
        case .pixel: #expect(removed == 32 * 16)
        }
        #expect(reports.last?.fraction == 1 && reports.last?.epoch == 8 && reports.last?.epochCount == 8)
        #expect(zip(reports, reports.dropFirst()).allSatisfy { $0.fraction < $1.fraction })
    }

    /// From a network that is still learning: once nothing moves any more, movement says little.
    @Test func beatsChance() throws {
        let network = try Sample.trained(epochs: 1, hidden: 24)
        let test = Sample.bars(count: 400, seed: 4)
        var options = training
        options.learningRate = 0.003
        func meanAccuracy(_ criterion: PruningCriterion) throws -> Double {
            let schedule = PruningSchedule(
                criterion: criterion, steps: 3, intermediate: options, final: options)
            let accuracies = try (5...7 as ClosedRange<UInt64>).map { seed in
                var pruned = network
                var generator = SeededGenerator(seed: seed)
                try pruned.prune(
                    toSparsity: 0.9, retrainingOn: train, schedule: schedule, using: &generator)
                #expect(pruned.survivingWeightCount == 168)
                return try pruned.accuracy(on: test)
            }
            return accuracies.reduce(0, +) / 3
        }
        let (byMovement, byChance) = (try meanAccuracy(.movement), try meanAccuracy(.random))
        #expect(byMovement > byChance + 0.1)
    }

    @Test func chanceFollowsItsSeed() throws {
        func pruned(seed: UInt64) throws -> Network {
            var network = try Sample.trained(epochs: 1)
            var generator = SeededGenerator(seed: seed)
            let scores = try network.scores(by: .random, on: train, using: &generator)
            try network.prune(toSparsity: 0.5, by: scores)
            return network
        }
        let first = try pruned(seed: 1)
        #expect(try first == pruned(seed: 1))
        let other = try pruned(seed: 2)
        #expect(first.survivingWeightCount == 420 && other.survivingWeightCount == 420)
        // Two random halves share about a half.
        let shared = first.mask.intersection(other.mask).survivingCount
        #expect((150..<270).contains(shared))
    }

    /// Whatever accompanies training, what was pruned before stays zero.
    @Test func everyGuideKeepsMasks() throws {
        var network = try Sample.trained(epochs: 1)
        try network.prune(toSparsity: 0.5)
        let mask = network.mask
        func expectKept(_ trained: Network) {
            #expect(trained != network)
            for (name, survives) in mask.survives {
                let parameter = trained.parameters[name]!
                #expect(zip(parameter.tensor.elements, survives).allSatisfy { $0 == 0 || $1 })
                #expect(zip(parameter.mask!, survives).allSatisfy { !$0 || $1 })
            }
        }
        var generator = SeededGenerator(seed: 5)
        var plain = network
        try plain.train(on: train, options: training, using: &generator)
        expectKept(plain)
        #expect(plain.mask == mask)
        var moved = network
        var guide = try MovementGuide(network, schedule(.movement), toSparsity: 0.7)
        try moved.train(on: train, options: training, guidedBy: &guide, using: &generator)
        expectKept(moved)
        #expect(moved.mask == mask)
        try moved.prune(
            toSparsity: 0.7, retrainingOn: train, schedule: schedule(.movement), using: &generator)
        expectKept(moved)
        #expect(moved.survivingWeightCount == 252)
        for windowBits in [nil, 6] {
            var rounded = network
            _ = try rounded.train(
                roundedBy: QuantizationOptions(weightBits: 8, windowBits: windowBits), on: train,
                training: training, using: &generator)
            expectKept(rounded)
            #expect(rounded.mask == mask)
        }
    }
}
