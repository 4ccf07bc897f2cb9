import ConstraintSystem
import FiniteFields
import NetworkCompiler
import NeuralNetworks
import Testing

@Suite("A circuit's shape follows public facts")
struct CircuitShapeTests {
    @Test("Hidden weights: two models of one mask have the same circuit, to the last coefficient")
    func sameCircuitForTwoModels() throws {
        for options in allOptions where options.weights != .embedded {
            let first: CompiledNetwork<Scalar> = try SampleNetworks.perceptron(
                [12, 7, 4], sparsity: 0.5, weightSeed: 2
            ).compiled(options)
            let second: CompiledNetwork<Scalar> = try SampleNetworks.perceptron(
                [12, 7, 4], sparsity: 0.5, weightSeed: 3
            ).compiled(options)
            #expect(first.circuit == second.circuit)
            #expect(first.network != second.network)
        }
    }

    @Test("Embedded weights: another model is another circuit")
    func otherCircuitForOtherWeights() throws {
        let first: CompiledNetwork<Scalar> = try SampleNetworks.perceptron([12, 7, 4]).compiled()
        let second: CompiledNetwork<Scalar> = try SampleNetworks.perceptron([12, 7, 4], weightSeed: 3)
            .compiled()
        #expect(first.circuit != second.circuit)
    }

    @Test("Private weights cost one product per surviving weight")
    func productsFollowTheMask() throws {
        for sparsity in [0, 0.5, 0.9] {
            let network = SampleNetworks.perceptron([12, 7, 4], sparsity: sparsity)
            let compiled: CompiledNetwork<Scalar> = try network.compiled(CompileOptions(weights: .private))
            var surviving: [String: Int] = [:]
            for node in compiled.network.nodes {
                guard case .linear(let layer) = node.operation else { continue }
                // The last product of a logit binds it; a logit without products is bound by itself.
                let least = node.name == "layer2" ? 1 : 0
                surviving[node.name] = (0..<layer.outputCount).reduce(0) { sum, row in
                    sum + max(least, layer.row(row).count { $0 != 0 })
                }
            }
            let costs = Dictionary(
                uniqueKeysWithValues: compiled.costs.map { ($0.path, $0.constraints) })
            for (name, count) in surviving { #expect(costs[name] == count) }
        }
    }

    @Test("Embedded linear layers are free, and so are logits of hidden neurons")
    func embeddedLayersAreFree() throws {
        let compiled: CompiledNetwork<Scalar> = try SampleNetworks.perceptron([12, 7, 4]).compiled()
        let costs = Dictionary(uniqueKeysWithValues: compiled.costs.map { ($0.path, $0.constraints) })
        #expect(costs["layer1"] == 0)
        #expect(costs["layer2"] == 0)
        #expect(costs["output"] == 0)
        // Together they are one equation, whose place a hidden neuron's bit gives way to if there is one.
        let linear: CompiledNetwork<Scalar> = try SampleNetworks.perceptron([5, 2]).compiled()
        #expect(linear.circuit.constraintCount == 1)
        let narrow: CompiledNetwork<Scalar> = try SampleNetworks.perceptron([12, 3, 7]).compiled()
        #expect(narrow.costs.last?.path == "output" && narrow.costs.last?.constraints == 0)
    }

    @Test(
        "A network pruned to nothing costs its outputs alone",
        arguments: CompileOptions.WeightVisibility.allCases)
    func nothingLeft(_ weights: CompileOptions.WeightVisibility) throws {
        var network = SampleNetworks.perceptron([12, 7, 4], sparsity: 1)
        for index in network.nodes.indices {
            guard case .linear(let layer) = network.nodes[index].operation else { continue }
            network.nodes[index].operation = .linear(
                IntegerLinear(
                    outputCount: layer.outputCount, inputCount: layer.inputCount, weights: layer.weights,
                    biases: layer.biases.map { _ in 0 }, weightBits: layer.weightBits, biasBits: 1))
        }
        let compiled: CompiledNetwork<Scalar> = try network.compiled(CompileOptions(weights: weights))
        #expect(compiled.circuit.constraintCount == (weights == .embedded ? 1 : 4))
        let witness = try compiled.witness(for: [Int](repeating: 255, count: 12))
        #expect(compiled.circuit.satisfaction(of: witness).isSatisfied)
    }

    @Test("Simplification keeps the logits and drops what nobody reads")
    func simplification() throws {
        let network = SampleNetworks.perceptron([10, 8, 6, 3], sparsity: 0.85)
        let simplified = try network.simplified()
        var before = 0
        var after = 0
        for (old, new) in zip(network.nodes, simplified.nodes) {
            guard case .linear(let full) = old.operation, case .linear(let rest) = new.operation else {
                continue
            }
            before += full.weights.count { $0 != 0 }
            after += rest.weights.count { $0 != 0 }
        }
        #expect(after < before)
        for input in SampleNetworks.inputs(of: network, count: 30) {
            #expect(try network.logits(for: input) == simplified.logits(for: input))
        }
        #expect(try simplified.simplified() == simplified)
    }

    @Test("Inputs of the wrong size or out of range are refused")
    func unfitInputs() throws {
        let compiled: CompiledNetwork<Scalar> = try SampleNetworks.perceptron([3, 2], inputBits: 4).compiled()
        #expect(throws: InputError.wrongCount(expected: 3, found: 2)) {
            _ = try compiled.witness(for: [1, 2])
        }
        #expect(throws: InputError.outOfRange(index: 1, bits: 4)) {
            _ = try compiled.witness(for: [1, 16, 2])
        }
        #expect(throws: InputError.outOfRange(index: 0, bits: 4)) {
            _ = try compiled.witness(for: [-1, 0, 2])
        }
    }
}
