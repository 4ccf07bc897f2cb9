import ModelCompression
import NeuralNetworks
import Testing

/// Pruning by groups, against a second implementation over sets of named weights.
@Suite struct GranularityTests {
    /// A perceptron and its groups by hand.
    struct Form: Sendable, CustomTestStringConvertible {
        let widths: [Int]
        let skip: Bool

        var testDescription: String { "\(widths)\(skip ? " + skip" : "")" }

        static let all = [
            Form(widths: [6, 5, 3], skip: false), Form(widths: [6, 5, 3], skip: true),
            Form(widths: [7, 5, 4, 3], skip: false), Form(widths: [4, 6, 5, 4, 3], skip: true),
        ]

        func network(seed: UInt64 = 1) -> Network {
            var generator = SeededGenerator(seed: seed)
            return .multilayerPerceptron(widths: widths, skip: skip, using: &generator)
        }

        /// The groups of each layer that is pruned for itself.
        func groups(_ granularity: PruningGranularity) -> [[Set<Weight>]] {
            let last = widths.count - 1
            let matrices =
                (1...last).map { ("layer\($0)", widths[$0], widths[$0 - 1]) }
                + (skip ? [("skip", widths[last], widths[0])] : [])
            switch granularity {
            case .weight:
                return matrices.map { name, rows, columns in
                    (0..<rows * columns).map { [Weight(name, $0)] }
                }
            case .neuron:
                return (1..<last).map { layer in
                    (0..<widths[layer]).map { neuron in
                        Weight.row(neuron, of: "layer\(layer)", columns: widths[layer - 1]).union(
                            Weight.column(
                                neuron, of: "layer\(layer + 1)", rows: widths[layer + 1],
                                columns: widths[layer]))
                    }
                }
            case .pixel:
                return [
                    (0..<widths[0]).map { pixel in
                        let first = Weight.column(pixel, of: "layer1", rows: widths[1], columns: widths[0])
                        guard skip else { return first }
                        return first.union(
                            Weight.column(pixel, of: "skip", rows: widths[last], columns: widths[0]))
                    }
                ]
            case .block: preconditionFailure("blocks have tests of their own")
            }
        }
    }

    @Test(
        arguments: Form.all, [PruningGranularity.weight, .neuron, .pixel])
    func theLowestWholeGroupsGo(form: Form, granularity: PruningGranularity) throws {
        for (seed, sparsity) in [0, 0.15, 0.3, 0.5, 0.62, 0.8, 0.97, 1].enumerated() {
            for scope in [PruningScope.global, .perLayer] {
                let scores = RandomScores(form.network(), seed: UInt64(seed))
                var network = form.network()
                try network.prune(
                    toSparsity: sparsity, by: scores.weightScores, granularity: granularity, scope: scope)
                let layers = form.groups(granularity)
                var gone: Set<Weight> = []
                for groups in scope == .perLayer ? layers : [layers.flatMap { $0 }] {
                    gone = expected(groups, scores, gone, sparsity)
                    let all = groups.reduce(into: Set()) { $0.formUnion($1) }
                    let limit = (sparsity * Double(all.count)).rounded()
                    #expect(Double(gone.intersection(all).count) <= limit || scope == .perLayer)
                }
                #expect(Weight.gone(from: network) == gone, "\(sparsity), \(scope)")
            }
        }
    }

    /// What is gone already counts, and its groups' means are those of their survivors.
    @Test(arguments: Form.all, [PruningGranularity.weight, .neuron, .pixel])
    func stepsCompose(form: Form, granularity: PruningGranularity) throws {
        var network = form.network()
        try network.prune(toSparsity: 0.35)
        var gone = Weight.gone(from: network)
        for (seed, sparsity) in [0.5, 0.7, 0.6, 0.9].enumerated() {
            let scores = RandomScores(network, seed: UInt64(seed) + 20)
            try network.prune(toSparsity: sparsity, by: scores.weightScores, granularity: granularity)
            gone = expected(form.groups(granularity).flatMap { $0 }, scores, gone, sparsity)
            #expect(Weight.gone(from: network) == gone)
        }
    }

    /// The second implementation: returns what is gone then.
    private func expected(
        _ groups: [Set<Weight>], _ scores: RandomScores, _ gone: Set<Weight>, _ sparsity: Double
    ) -> Set<Weight> {
        let all = groups.reduce(into: Set()) { $0.formUnion($1) }
        let target = Int((sparsity * Double(all.count)).rounded())
        let left = groups.map { $0.subtracting(gone) }
        let order = left.indices.filter { !left[$0].isEmpty }.sorted {
            scores.mean(of: left[$0]) < scores.mean(of: left[$1])
        }
        var gone = gone
        for index in order {
            let next = gone.union(groups[index])
            guard next.intersection(all).count <= target else { break }
            gone = next
        }
        return gone
    }

    /// Without its removed neurons the network is a smaller one, and its logits are all there.
    @Test func aNetworkWithoutNeuronsIsASmallerOne() throws {
        let form = Form(widths: [7, 6, 5, 3], skip: false)
        var network = form.network()
        try network.prune(toSparsity: 0.55, granularity: .neuron)
        var widths = [7]
        var kept: [[Int]] = [Array(0..<7)]
        for layer in 1...3 {
            let mask = try #require(network.parameters["layer\(layer).weight"]?.mask)
            let columns = form.widths[layer - 1]
            kept.append(
                (0..<form.widths[layer]).filter { mask[$0 * columns..<($0 + 1) * columns].contains(true) })
            widths.append(kept[layer].count)
        }
        #expect(widths[3] == 3 && widths[1] + widths[2] < 11 && widths[1] > 0 && widths[2] > 0)
        var smaller = Form(widths: widths, skip: false).network()
        for layer in 1...3 {
            let weights = network.parameters["layer\(layer).weight"]!
            #expect(
                weights.survivingCount == widths[layer] * widths[layer - 1], "no more than whole neurons went"
            )
            smaller.parameters["layer\(layer).weight"]!.update { elements in
                elements = kept[layer].flatMap { row in
                    kept[layer - 1].map { weights.tensor.elements[row * form.widths[layer - 1] + $0] }
                }
            }
        }
        let input = Tensor(shape: [7], elements: (0..<7).map { Float($0) / 7 })
        let logits = try (network.forward([input])[0].elements, smaller.forward([input])[0].elements)
        for (own, other) in zip(logits.0, logits.1) { #expect(abs(own - other) < 1e-5) }
    }

    /// A neuron that an addition reads cannot go: something else needs its place.
    @Test func neuronsOfAdditionsStay() throws {
        func linear(_ name: String, _ input: String, _ output: String) -> Network.Node {
            .init(name: name, operation: .linear(weights: name, bias: nil), inputs: [input], output: output)
        }
        func rectify(_ name: String, _ input: String, _ output: String) -> Network.Node {
            .init(name: name, operation: .rectify, inputs: [input], output: output)
        }
        var network = Network(
            inputName: "x", inputShape: [2, 2],
            nodes: [
                .init(name: "flat", operation: .flatten, inputs: ["x"], output: "pixels"),
                linear("a", "pixels", "za"), rectify("relu1", "za", "ya"), linear("b", "ya", "zb"),
                .init(name: "sum", operation: .add, inputs: ["zb", "ya"], output: "s"),
                rectify("relu2", "s", "ys"), linear("c", "ys", "zc"), rectify("relu3", "zc", "yc"),
                linear("d", "yc", "logits"),
            ], outputName: "logits", parameters: [:])
        var generator = SeededGenerator(seed: 3)
        for (name, rows, columns) in [("a", 5, 4), ("b", 5, 5), ("c", 6, 5), ("d", 3, 6)] {
            let elements = (0..<rows * columns).map { _ in Float.random(in: -1...1, using: &generator) }
            network.parameters[name] = Parameter(Tensor(shape: [rows, columns], elements: elements))
        }
        try network.validate()
        var byNeurons = network
        try byNeurons.prune(toSparsity: 0.7, granularity: .neuron)
        #expect(byNeurons.parameters["a"]!.survivingCount == 20)
        #expect(byNeurons.parameters["b"]!.survivingCount == 25)
        // 8 weights each, of 48: four of the six neurons.
        #expect(byNeurons.parameters["c"]!.survivingCount == 10)
        #expect(byNeurons.parameters["d"]!.survivingCount == 6)
        #expect(throws: NetworkError(.nothingToPrune, at: "network")) {
            try network.prune(toSparsity: 0.5, granularity: .neuron, scope: .layers(["a", "b"]))
        }
        // A flattened input has pixels all the same.
        try network.prune(toSparsity: 0.5, granularity: .pixel)
        #expect(network.parameters["a"]!.survivingCount == 10)
        #expect(network.survivingWeightCount == network.weightCount - 10)
    }

    /// The rows of a matrix that two nodes share are two neurons each.
    @Test func neuronsOfSharedWeightsStay() throws {
        var generator = SeededGenerator(seed: 3)
        var network = Network.multilayerPerceptron(widths: [5, 5, 5, 3], using: &generator)
        network.nodes[2].operation = .linear(weights: "layer1.weight", bias: "layer1.bias")
        network.parameters["layer2.weight"] = nil
        network.parameters["layer2.bias"] = nil
        #expect(throws: NetworkError(.nothingToPrune, at: "network")) {
            try network.prune(toSparsity: 0.5, granularity: .neuron)
        }
    }
}
