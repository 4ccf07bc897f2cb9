import ModelCompression
import NeuralNetworks
import Testing

@Suite struct BlockPruningTests {
    private func perceptron(widths: [Int] = [13, 8, 6], seed: UInt64 = 1) -> Network {
        var generator = SeededGenerator(seed: seed)
        return Network.multilayerPerceptron(widths: widths, using: &generator)
    }

    /// The rows of a layer's mask.
    private func maskRows(_ network: Network, layer: Int) throws -> [[Bool]] {
        let weights = network.parameters["layer\(layer).weight"]!
        let mask = try #require(weights.mask)
        let inputs = weights.tensor.shape.extents[1]
        return stride(from: 0, to: mask.count, by: inputs).map { Array(mask[$0..<$0 + inputs]) }
    }

    /// Demands that rows come in groups of `size` with equal masks, but for a last smaller one.
    private func expectGroups(of size: Int, in rows: [[Bool]]) {
        let counts = Dictionary(grouping: rows, by: \.self).values.map(\.count)
        #expect(counts.reduce(0) { $0 + $1 % size } == rows.count % size, "\(counts)")
    }

    @Test(arguments: [2, 3, 4, 8, 99], [0.1, 0.5, 0.8, 0.95])
    func rowsOfAGroupHaveOneMask(rows: Int, sparsity: Double) throws {
        var network = perceptron()
        let before = network
        try network.prune(toSparsity: sparsity, granularity: .block(rows: rows))
        try expectGroups(of: min(rows, 8), in: maskRows(network, layer: 1))
        try expectGroups(of: min(rows, 6), in: maskRows(network, layer: 2))
        // Whole blocks, never more than asked for, and not one block less.
        let target = Int((sparsity * 152).rounded())
        let removed = 152 - network.survivingWeightCount
        #expect(removed <= target && removed > target - min(rows, 8))
        // Rows keep their places and the survivors their values.
        for name in ["layer1.weight", "layer2.weight"] {
            let pruned = network.parameters[name]!
            for (index, survives) in pruned.mask!.enumerated() where survives {
                #expect(pruned.tensor.elements[index] == before.parameters[name]!.tensor.elements[index])
            }
        }
    }

    @Test func allGoesAtSparsityOne() throws {
        var network = perceptron()
        try network.prune(toSparsity: 1, granularity: .block(rows: 3))
        #expect(network.survivingWeightCount == 0)
        #expect(try network.forward([Tensor(zeros: [13])]) == [Tensor(zeros: [6])])
    }

    /// Blocks of one row are single weights.
    @Test func blocksOfOneRowAreWeights() throws {
        var (blocks, weights) = (perceptron(), perceptron())
        try blocks.prune(toSparsity: 0.6, granularity: .block(rows: 1))
        try weights.prune(toSparsity: 0.6)
        #expect(blocks == weights)
    }

    /// Rows that live on the same inputs end in one group, wherever they stand.
    @Test func rowsGroupBySimilarity() throws {
        var network = perceptron(widths: [12, 6, 2])
        network.parameters["layer1.weight"]!.update { weights in
            for index in weights.indices {
                let (row, input) = (index / 12, index % 12)
                weights[index] = input % 3 == row % 3 ? 1 + Float(row) / 8 : 0.01
            }
        }
        network.parameters["layer2.weight"]!.update { $0 = $0.map { _ in 1 } }
        try network.prune(toSparsity: 48.0 / 84, granularity: .block(rows: 2))
        let rows = try maskRows(network, layer: 1)
        for row in 0..<6 { #expect(rows[row] == (0..<12).map { $0 % 3 == row % 3 }) }
    }

    /// The groups are found again in the masks: more pruning keeps whole blocks whole.
    @Test(arguments: [3, 5])
    func stepsKeepTheGroups(rows: Int) throws {
        var network = perceptron(widths: [20, 17, 6])
        for (step, sparsity) in [0.2, 0.4, 0.6, 0.8, 0.9].enumerated() {
            try network.prune(toSparsity: sparsity, granularity: .block(rows: rows))
            try expectGroups(of: rows, in: maskRows(network, layer: 1))
            // Other weights than those that chose the groups.
            let other = perceptron(widths: [20, 17, 6], seed: UInt64(step) + 7)
            for name in ["layer1.weight", "layer2.weight"] {
                network.parameters[name]!.update { $0 = other.parameters[name]!.tensor.elements }
            }
        }
    }

    @Test func theLowestMeansGo() throws {
        var network = perceptron(widths: [4, 2, 2])
        network.parameters["layer1.weight"]!.update { $0 = [3, 1, 2, 0.1, 0, 1, -1, -0.4] }
        network.parameters["layer2.weight"]!.update { $0 = [9, 9, 9, 9] }
        // Means of the columns: 1.5, 1, 1.5, 0.25.
        try network.prune(toSparsity: 4.0 / 12, granularity: .block(rows: 2))
        #expect(try maskRows(network, layer: 1) == Array(repeating: [true, false, true, false], count: 2))
    }

    /// What single pruning removed before stays removed, and counts.
    @Test func masksOfSingleWeightsCompose() throws {
        var network = perceptron()
        try network.prune(toSparsity: 0.4)
        let before = network.parameters["layer1.weight"]!.mask!
        try network.prune(toSparsity: 0.7, granularity: .block(rows: 4))
        let after = network.parameters["layer1.weight"]!.mask!
        #expect(zip(before, after).allSatisfy { $0 || !$1 })
        #expect(network.sparsity <= 0.7 && network.sparsity > 0.66)
    }

    @Test(arguments: [PruningCriterion.magnitude, .saliency])
    func retrainingKeepsBlocks(criterion: PruningCriterion) throws {
        let options = TrainingOptions(epochs: 4, batchSize: 32, learningRate: 0.01, shiftDistance: 0)
        let schedule = PruningSchedule(
            criterion: criterion, granularity: .block(rows: 4), steps: 3, intermediate: options,
            final: options)
        var network = try Sample.trained(hidden: 14)
        var oneShot = network
        let images = Sample.bars(count: 600, seed: 2)
        var generator = SeededGenerator(seed: 5)
        let scores = try oneShot.scores(by: criterion, on: images, using: &generator)
        try oneShot.prune(toSparsity: 0.8, by: scores, granularity: .block(rows: 4))
        try network.prune(toSparsity: 0.8, retrainingOn: images, schedule: schedule, using: &generator)
        try expectGroups(of: 4, in: maskRows(network, layer: 1))
        try expectGroups(of: 4, in: maskRows(network, layer: 2))
        #expect(network.sparsity <= 0.8 && network.sparsity > 0.79)
        let test = Sample.bars(count: 400, seed: 4)
        #expect(try network.accuracy(on: test) >= oneShot.accuracy(on: test))
        #expect(try network.accuracy(on: test) > 0.9)
    }
}
