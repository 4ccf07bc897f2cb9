import NeuralNetworks
import Testing

/// What accompanies training: what it is told, what it shows to the passes, and where it keeps parameters.
@Suite struct TrainingGuideTests {
    /// Rounds what passes see, keeps biases below a limit, and writes down what it is told.
    private struct Witness: TrainingGuide {
        var rounds = false
        var limit = Float.infinity
        var ranges: [String: Range<Int>] = [:]
        var steps: [TrainingStep] = []
        var calls: [String] = []
        var firstGradient: [Float] = []

        mutating func begin(_ ranges: [String: Range<Int>], trained: [Float]) {
            self.ranges = ranges
            calls.append("begin")
        }

        mutating func parametersSeen(_ trained: [Float], at step: TrainingStep) -> [Float] {
            steps.append(step)
            calls.append("seen")
            return rounds ? trained.map { $0.rounded() } : trained
        }

        mutating func observe(_ gradient: [[Float]], of trained: [Float], at step: TrainingStep) {
            calls.append("observe")
            guard step.index == 0 else { return }
            firstGradient = trained.indices.map { index in gradient.reduce(0) { $0 + $1[index] } }
        }

        mutating func confine(_ trained: inout [Float], after step: TrainingStep) {
            calls.append("confine")
            for index in trained.indices { trained[index] = min(trained[index], limit) }
        }
    }

    private let options = TrainingOptions(epochs: 2, batchSize: 8, shiftDistance: 0)
    private let images = LabeledImages(
        width: 3, height: 2, classCount: 4,
        pixels: (0..<240).map { UInt8(truncatingIfNeeded: $0 * $0 * 5 + 7) },
        labels: (0..<40).map { UInt8($0 % 4) })

    private func network() -> Network {
        var generator = SeededGenerator(seed: 1)
        return Network.multilayerPerceptron(widths: [6, 4], using: &generator)
    }

    private func trained(_ network: Network, by guide: inout Witness) throws -> Network {
        var network = network
        var generator = SeededGenerator(seed: 2)
        try network.train(on: images, options: options, guidedBy: &guide, using: &generator)
        return network
    }

    @Test func onlookersChangeNothing() throws {
        var guide = Witness()
        let accompanied = try trained(network(), by: &guide)
        var plain = network()
        var generator = SeededGenerator(seed: 2)
        try plain.train(on: images, options: options, using: &generator)
        #expect(accompanied == plain)
        #expect(guide.steps == (0..<10).map { TrainingStep(index: $0, count: 10) })
        #expect(guide.steps.map(\.isLast) == (0..<10).map { $0 == 9 })
        #expect(guide.calls == ["begin"] + (0..<10).flatMap { _ in ["seen", "observe", "confine"] })
        #expect(guide.ranges.mapValues(\.count) == ["layer1.weight": 24, "layer1.bias": 4])
    }

    /// The passes compute with what they are shown, and move what it stands for.
    @Test func passesSeeWhatTheGuideShows() throws {
        var guide = Witness(rounds: true)
        let viewed = try trained(network(), by: &guide)
        var other = Witness()
        #expect(try viewed != trained(network(), by: &other))
        #expect(viewed.parameters["layer1.weight"]!.tensor.elements.contains { $0 != $0.rounded() })
        // One batch of all images: the gradient is that of the rounded network.
        var whole = network()
        guide = Witness(rounds: true)
        var generator = SeededGenerator(seed: 2)
        try whole.train(
            on: images, options: TrainingOptions(epochs: 1, batchSize: 40, shiftDistance: 0),
            guidedBy: &guide,
            using: &generator)
        var rounded = network()
        rounded.parameters["layer1.weight"]!.update { $0 = $0.map { $0.rounded() } }
        let inputs = (0..<40).map { Tensor(shape: [6], elements: images[$0].map { Float($0) / 255 }) }
        let gradients = try rounded.lossAndGradients(inputs: inputs, labels: images.labels).gradients
        for (name, gradient) in gradients {
            for (own, expected) in zip(guide.firstGradient[guide.ranges[name]!], gradient.elements) {
                #expect(abs(own - expected) < 1e-5)
            }
        }
    }

    @Test func parametersStayWhereTheGuideKeepsThem() throws {
        var guide = Witness(limit: 0.001)
        var network = network()
        network.parameters["layer1.weight"]!.apply((0..<24).map { $0 % 2 == 0 })
        let trained = try trained(network, by: &guide)
        for parameter in trained.parameters.values {
            #expect(parameter.tensor.elements.allSatisfy { $0 <= 0.001 })
        }
        // A guide cannot move what is masked.
        guide = Witness(limit: -1)
        let below = try self.trained(network, by: &guide).parameters["layer1.weight"]!
        #expect(zip(below.tensor.elements, below.mask!).allSatisfy { $1 ? $0 <= -1 : $0 == 0 })
    }
}
