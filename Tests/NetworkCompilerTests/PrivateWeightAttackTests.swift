import ConstraintSystem
import FiniteFields
import NetworkCompiler
import NeuralNetworks
import Testing

@Suite("Attacks on private weights")
struct PrivateWeightAttackTests {
    private static func linear(
        _ rows: [[Int32]], _ biases: [Int64], weightBits: Int = 8, biasBits: Int = 10
    ) -> IntegerOperation {
        .linear(
            IntegerLinear(
                outputCount: rows.count, inputCount: rows[0].count, weights: rows.flatMap { $0 },
                biases: biases, weightBits: weightBits, biasBits: biasBits))
    }

    private static func chain(_ operations: [IntegerOperation], inputs: Int) -> IntegerNetwork {
        IntegerNetwork(
            inputShape: [inputs], inputBits: 8,
            nodes: operations.enumerated().map { index, operation in
                .init(
                    name: "node\(index)", operation: operation,
                    inputs: [index == 0 ? .input : .node(index - 1)])
            })
    }

    /// Two models that differ in private values only: whoever sees the circuit must not tell them apart.
    private func expectSameCircuit(_ first: IntegerNetwork, _ second: IntegerNetwork) throws {
        for options in allOptions where options.weights != .embedded {
            let one: CompiledNetwork<Scalar> = try first.compiled(options)
            let other: CompiledNetwork<Scalar> = try second.compiled(options)
            // Two circuits in a message would be long.
            let areEqual = one.circuit == other.circuit
            #expect(areEqual)
            #expect(one.publicRanges == other.publicRanges)
            for network in [(one, first), (other, second)] {
                for input in SampleNetworks.inputs(of: network.1, count: 3) {
                    let witness = try network.0.witness(for: input)
                    #expect(network.0.circuit.satisfaction(of: witness) == .satisfied)
                }
            }
        }
    }

    @Test("Whether a bias is zero does not show, where a logit has no weights left")
    func aBiasThatHappensToBeZero() throws {
        try expectSameCircuit(
            Self.chain([Self.linear([[3, 0], [0, 0]], [5, 0])], inputs: 2),
            Self.chain([Self.linear([[9, 0], [0, 0]], [5, 7])], inputs: 2))
    }

    @Test("The constant of a dead neuron does not show in the declared bits of the next layer")
    func aConstantThatOverflowsTheDeclaredBits() throws {
        func network(_ constant: Int64) -> IntegerNetwork {
            Self.chain(
                [
                    Self.linear([[3, 2], [0, 0]], [1, constant]), .rectify(shift: 0),
                    Self.linear([[4, 100], [-5, 90]], [500, 0]), .rectify(shift: 2),
                    Self.linear([[1, 1], [2, -3]], [0, 0]),
                ], inputs: 2)
        }
        try expectSameCircuit(network(1), network(500))
        try expectSameCircuit(network(-500), network(500))
    }

    @Test("Nor does a constant that is too large to be moved")
    func aConstantThatCannotBeMoved() throws {
        func network(_ constant: Int64) -> IntegerNetwork {
            Self.chain(
                [
                    Self.linear([[3, 2], [0, 0]], [1, constant], biasBits: 62), .rectify(shift: 0),
                    Self.linear([[4, 100], [-5, 90]], [500, 0]),
                ], inputs: 2)
        }
        try expectSameCircuit(network(1), network(1 << 60))
    }

    @Test("Nor does a dead neuron that a sum reads")
    func aConstantBeforeASum() throws {
        func network(_ constant: Int64) -> IntegerNetwork {
            IntegerNetwork(
                inputShape: [2], inputBits: 8,
                nodes: [
                    .init(
                        name: "a", operation: Self.linear([[3, 2], [0, 0]], [1, constant]), inputs: [.input]),
                    .init(name: "b", operation: Self.linear([[1, 2], [3, 4]], [1, 2]), inputs: [.input]),
                    .init(name: "sum", operation: .add, inputs: [.node(0), .node(1)]),
                    .init(name: "relu", operation: .rectify(shift: 1), inputs: [.node(2)]),
                    .init(
                        name: "c", operation: Self.linear([[1, 2], [3, 4]], [1, 2]), inputs: [.node(3)]),
                ])
        }
        try expectSameCircuit(network(0), network(300))
    }

    @Test("Random models of one mask have one circuit", arguments: 0..<40 as Range<UInt64>)
    func randomModelsOfOneMask(_ seed: UInt64) throws {
        try expectSameCircuit(
            RandomNetworks.graph(maskSeed: seed, valueSeed: 2 * seed + 1000),
            RandomNetworks.graph(maskSeed: seed, valueSeed: 2 * seed + 1001))
    }

    /// Declared biases of one bit are all zero, so their layers must not have wires for them: the window
    /// of such a neuron is [0, 0] whatever a wire says, and a rectifier that is free because of its
    /// window would hand on a negative number.
    @Test("A bias that the declaration excludes is no free wire")
    func aBiasThatTheDeclarationExcludes() throws {
        let network = IntegerNetwork(
            inputShape: [1], inputBits: 8,
            nodes: [
                .init(name: "a", operation: Self.linear([[1]], [0], biasBits: 1), inputs: [.input]),
                // |a| ≤ 127 · 255 < 2^19 = half a unit: nothing of it is left.
                .init(name: "zero", operation: .rectify(shift: 20), inputs: [.node(0)]),
                .init(name: "b", operation: Self.linear([[1]], [0], biasBits: 1), inputs: [.node(1)]),
                .init(name: "positive", operation: .rectify(shift: 0), inputs: [.input]),
                .init(name: "sum", operation: .add, inputs: [.node(2), .node(3)]),
                .init(name: "relu", operation: .rectify(shift: 0), inputs: [.node(4)]),
            ])
        let compiled: CompiledNetwork<Scalar> = try network.compiled(CompileOptions(weights: .private))
        let honest = try compiled.witness(for: [200])
        #expect(compiled.circuit.satisfaction(of: honest) == .satisfied)
        // The logit is a rectified one: no assignment of the remaining wires makes it negative.
        for wire in compiled.circuit.privateInputs {
            var forged = Witness<Scalar>((0..<honest.count).map { honest[Wire($0)] })
            forged[wire] -= 1000
            forged[Wire(1)] -= 1000
            #expect(!compiled.circuit.satisfaction(of: forged).isSatisfied)
        }
    }

    /// The documentation says so: without a commitment, private weights bind no answer.
    @Test("What private weights do not promise: any logits in range have a witness")
    func anyLogitsHaveAWitness() throws {
        let network = SampleNetworks.perceptron([12, 7, 4])
        let compiled: CompiledNetwork<Scalar> = try network.compiled(CompileOptions(weights: .private))
        let circuit = compiled.circuit
        let input = SampleNetworks.inputs(of: network, count: 1)[2]
        let honest = try compiled.witness(for: input)
        let wanted: [Int128] = [-3, 41, 7, compiled.publicRanges[3].upperBound]
        let weights = circuit.privateInputs.map { wire -> Scalar in
            for (row, logit) in wanted.enumerated()
            where circuit.name(of: wire) == "layer2/neuron[\(row)]/bias" {
                return honest[wire] + Scalar(logit) - honest[Wire(1 + row)]
            }
            return honest[wire]
        }
        let forged = try circuit.witness(publicInputs: input.map { Scalar($0) }, privateInputs: weights)
        #expect(circuit.satisfaction(of: forged) == .satisfied)
        for (row, logit) in wanted.enumerated() {
            #expect(forged[Wire(1 + row)] == Scalar(logit))
            #expect(compiled.publicRanges[row].contains(logit))
        }
    }
}
