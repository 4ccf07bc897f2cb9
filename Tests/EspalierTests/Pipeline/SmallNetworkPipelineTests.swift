import Espalier
import Testing

/// The way of a small network: coarse pixels, a skip, blocks, a window, and what its circuit costs.
@Suite struct SmallNetworkPipelineTests {
    private let dataset = DrawnDigits.standard(trainCount: 1500, testCount: 200)

    private func trained(skip: Bool) throws -> Network {
        let options = TrainingOptions(epochs: 10, learningRate: 0.01)
        return try Network.trained(
            on: dataset.train, hidden: [10], skip: skip, inputBits: 2, options: options)
    }

    @Test(arguments: [false, true])
    func windowsBoundTheCost(skip: Bool) throws {
        let network = try trained(skip: skip)
        #expect(network.inputBits == 2)
        #expect(network.architecture == (skip ? "784–10–ReLU–10 + 784–10" : "784–10–ReLU–10"))
        let schedule = PruningSchedule(
            criterion: .saliency, steps: 2, intermediate: TrainingOptions(epochs: 1),
            final: TrainingOptions(epochs: 3))
        let pruned = try network.pruned(toSparsity: 0.8, retrainingOn: dataset.train, schedule: schedule)
        #expect(pruned.inputBits == 2)
        let options = QuantizationOptions(biasBits: 24, inputBits: pruned.inputBits, windowBits: 7)
        let rounded = try pruned.trained(
            roundedBy: options, on: dataset.train, training: TrainingOptions(epochs: 3, shiftDistance: 0))
        let integer = try rounded.quantized(options, calibratedOn: dataset.train).network
        #expect(try integer.accuracy(on: dataset.test) > 0.7)
        #expect(try abs(integer.accuracy(on: dataset.test) - rounded.trainedAccuracy(on: dataset.test)) < 0.1)
        let circuit = try integer.compiled(CompileOptions())
        let rectifier = try #require(circuit.costs.first { $0.path == "relu1" })
        #expect(rectifier.constraints <= 10 * 8 && rectifier.constraints > 0)
        try circuit.requireEquality(to: integer, on: dataset.test.prefix(40))
    }

    /// Squares train, and cost one constraint for each neuron.
    @Test func squaresCostOneConstraintEach() throws {
        let options = TrainingOptions(epochs: 10, learningRate: 0.01)
        let network = try Network.trained(
            on: dataset.train, hidden: [20], activation: .square, inputBits: 4, options: options)
        #expect(network.architecture == "784–20–Square–10")
        #expect(try network.trainedAccuracy(on: dataset.test) > 0.8)
        let integer = try network.quantized(QuantizationOptions(inputBits: 4), calibratedOn: dataset.train)
            .network
        #expect(try integer.accuracy(on: dataset.test) > 0.8)
        let circuit = try integer.compiled(CompileOptions())
        #expect(circuit.costs.first { $0.path == "square1" }?.constraints == 20)
        try circuit.requireEquality(to: integer, on: dataset.test.prefix(40))
    }

    /// Packed private rows have one product per block: blocks are what pruning has to remove.
    @Test func blocksPruneWithBothCriteria() throws {
        let network = try trained(skip: false)
        var byMagnitude = network
        try byMagnitude.prune(toSparsity: 0.7, granularity: .block(rows: 5))
        let bySaliency = try network.pruned(
            toSparsity: 0.7, granularity: .block(rows: 5), bySaliencyOn: dataset.train)
        for pruned in [byMagnitude, bySaliency] {
            #expect(pruned.sparsity <= 0.7 && pruned.sparsity > 0.69)
            let mask = try #require(pruned.parameters["layer1.weight"]?.mask)
            let rows = (0..<10).map { Array(mask[$0 * 784..<($0 + 1) * 784]) }
            #expect(Set(rows).count == 2)
        }
        #expect(bySaliency != byMagnitude)
        let accuracy = try bySaliency.trainedAccuracy(on: dataset.test)
        #expect(try accuracy > byMagnitude.trainedAccuracy(on: dataset.test))
    }

    @Test func validationImagesComeOutOfTraining() {
        let validating = dataset.validating(on: 300)
        #expect(validating.train.count == 1200 && validating.test.count == 300)
        #expect(validating == dataset.validating(on: 300))
    }
}
