import ModelCompression
import NeuralNetworks
import Testing

/// How sparsity grows, and what survivors return to.
@Suite struct ScheduleTests {
    private func schedule(
        _ curve: PruningSchedule.Curve, steps: Int = 4, rate: Float = 0.005
    ) -> PruningSchedule {
        let training = TrainingOptions(epochs: 1, batchSize: 32, learningRate: rate, shiftDistance: 0)
        return PruningSchedule(curve: curve, steps: steps, intermediate: training, final: training)
    }

    @Test(arguments: [0, 0.2, 0.7], [0.75, 0.9, 1])
    func curvesAreTheirFormulas(start: Double, target: Double) {
        for curve in PruningSchedule.Curve.allCases {
            func sparsity(_ progress: Double) -> Double {
                schedule(curve).sparsity(from: start, to: target, at: progress)
            }
            #expect(abs(sparsity(0) - start) < 1e-12)
            #expect(sparsity(1) == target)
            let half =
                switch curve {
                case .cubic: target - (target - start) / 8
                case .linear: (start + target) / 2
                case .iterative: 1 - ((1 - start) * (1 - target)).squareRoot()
                }
            #expect(abs(sparsity(0.5) - half) < 1e-12, "\(curve)")
            let values = (0...40).map { sparsity(Double($0) / 40) }
            #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
            #expect(values.allSatisfy { (0...1).contains($0) })
        }
        #expect(schedule(.cubic).sparsity(from: 1, to: target, at: 0.5) == target)
    }

    /// Every step of the iterative curve keeps the same part of what was left.
    @Test func iterativeIsGeometric() {
        let left = (0...5).map { 1 - schedule(.iterative).sparsity(from: 0.1, to: 0.95, at: Double($0) / 5) }
        for (before, after) in zip(left, left.dropFirst()) {
            #expect(abs(after / before - left[1] / left[0]) < 1e-12)
        }
    }

    @Test(arguments: PruningSchedule.Curve.allCases)
    func everyCurveEndsAtTheTarget(curve: PruningSchedule.Curve) throws {
        var network = try Sample.trained(epochs: 1)
        var generator = SeededGenerator(seed: 1)
        try network.prune(
            toSparsity: 0.8, retrainingOn: Sample.bars(count: 100, seed: 2), schedule: schedule(curve),
            using: &generator)
        #expect(network.survivingWeightCount == network.weightCount - 672)
    }

    @Test func survivorsReturnToEarlyValues() throws {
        let early = try Sample.trained(epochs: 1)
        var network = try Sample.trained(epochs: 4)
        try network.prune(toSparsity: 0.6)
        let mask = network.mask
        try network.rewind(to: early)
        #expect(network.mask == mask)
        for (name, parameter) in network.parameters {
            let survives = mask.survives[name] ?? parameter.tensor.elements.map { _ in true }
            let values = zip(early.parameters[name]!.tensor.elements, survives).map { $1 ? $0 : 0 }
            #expect(parameter.tensor.elements == values)
        }
    }

    /// With next to no training after the last step, the values of pruning with rewinding are the early ones.
    @Test(arguments: [PruningCriterion.magnitude, .movement])
    func schedulesRewindBeforeTraining(criterion: PruningCriterion) throws {
        let early = try Sample.trained(epochs: 1)
        let trained = try Sample.trained(epochs: 4)
        var schedule = schedule(.cubic, steps: 3, rate: 0.02)
        schedule.criterion = criterion
        schedule.final.learningRate = 1e-9
        var network = trained
        var generator = SeededGenerator(seed: 1)
        try network.prune(
            toSparsity: 0.6, retrainingOn: Sample.bars(count: 200, seed: 2), schedule: schedule,
            rewindingTo: early, using: &generator)
        #expect(network.survivingWeightCount == network.weightCount - 504)
        let (own, other) = (
            network.parameters["layer1.weight"]!, early.parameters["layer1.weight"]!.tensor.elements
        )
        for (index, survives) in own.mask!.enumerated() where survives {
            #expect(abs(own.tensor.elements[index] - other[index]) < 1e-6)
        }
        #expect(other != trained.parameters["layer1.weight"]!.tensor.elements)
    }

    @Test func anotherFormIsRefusedBeforeTraining() throws {
        var network = try Sample.trained(epochs: 1)
        let before = network
        let wider = try Sample.trained(epochs: 1, hidden: 13)
        var unnamed = network
        unnamed.parameters["layer2.bias"] = nil
        let cases = [
            (wider, NetworkError(.parameterShape, at: "layer1.weight")),
            (unnamed, NetworkError(.missingParameter, at: "layer2.bias")),
        ]
        for (early, error) in cases {
            #expect(throws: error) { try network.rewind(to: early) }
            var reports = 0
            for criterion in [PruningCriterion.magnitude, .movement] {
                var schedule = schedule(.cubic)
                schedule.criterion = criterion
                var generator = SeededGenerator(seed: 1)
                #expect(throws: error) {
                    try network.prune(
                        toSparsity: 0.5, retrainingOn: Sample.bars(count: 100, seed: 2), schedule: schedule,
                        rewindingTo: early, using: &generator
                    ) { _ in reports += 1 }
                }
            }
            #expect(reports == 0 && network == before)
        }
    }

    @Test func masksAreValues() {
        let first = PruningMask(["a": [true, true, false, false], "b": [true]])
        let second = PruningMask(["a": [true, false, true, false], "c": [false, true]])
        let both = first.intersection(second)
        #expect(both.survives == ["a": [true, false, false, false], "b": [true], "c": [false, true]])
        #expect(both == second.intersection(first) && both.survivingCount == 3)
        var generator = SeededGenerator(seed: 1)
        var network = Network.multilayerPerceptron(widths: [2, 2], using: &generator)
        network.apply(PruningMask(["layer1.weight": first.survives["a"]!]))
        network.apply(PruningMask(["layer1.weight": second.survives["a"]!]))
        #expect(network.mask.survives == ["layer1.weight": both.survives["a"]!])
        #expect(network.parameters["layer1.weight"]!.tensor.elements.dropFirst().allSatisfy { $0 == 0 })
    }
}
