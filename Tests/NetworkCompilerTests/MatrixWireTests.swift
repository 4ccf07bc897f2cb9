import ConstraintSystem
import FiniteFields
import NetworkCompiler
import NeuralNetworks
import Testing

/// A prover pays for every wire of A, and four times that for every wire of B.
@Suite("Wires of A, B and C")
struct MatrixWireTests {
    struct Case: CustomTestStringConvertible {
        let options: CompileOptions
        /// The golden numbers of wires in A, B and C.
        let wires: [Int]

        init(
            _ weights: CompileOptions.WeightVisibility, _ input: CompileOptions.InputVisibility,
            _ output: CompileOptions.Output, _ wires: [Int]
        ) {
            options = CompileOptions(weights: weights, input: input, output: output)
            self.wires = wires
        }

        var testDescription: String { "\(options.weights)/\(options.input)/\(options.output)" }
    }

    static func counts(_ network: IntegerNetwork, _ options: CompileOptions) throws -> [Int] {
        let compiled: CompiledNetwork<Scalar> = try network.compiled(options)
        let system = compiled.circuit.system
        return [system.wiresInA, system.wiresInB, system.wiresInC]
    }

    /// Multiplications in G1, one in G2 counted as three. The setup puts the constant and the public wires into
    /// A, and the constant is in B nearly always.
    static func price(_ system: RankOneConstraintSystem<Scalar>) -> Int {
        var (a, b) = (Set(0...UInt32(system.publicCount)), Set([UInt32(0)]))
        for row in system.constraints {
            a.formUnion(row.a.terms.map(\.wire.index))
            b.formUnion(row.b.terms.map(\.wire.index))
        }
        return a.count + 4 * b.count
    }

    /// Private weights are 100,352 + 1,280 wires of A. What is in B is the constant, 784 pixels, the bits, and
    /// 128 accumulators, but none of the weights and of their products.
    @Test(
        "784-128-10",
        arguments: [
            Case(.embedded, .public, .logits, [3737, 3737, 0]),
            Case(.embedded, .public, .class, [3974, 3971, 13]),
            Case(.embedded, .private, .logits, [9225, 9225, 0]),
            Case(.embedded, .private, .class, [9462, 9459, 13]),
            Case(.private, .public, .logits, [104961, 4113, 101770]),
            Case(.private, .public, .class, [105252, 4401, 101783]),
            Case(.private, .private, .logits, [111233, 9601, 101770]),
            Case(.private, .private, .class, [111524, 9889, 101783]),
        ])
    func shallow(_ test: Case) throws {
        let network = SampleNetworks.perceptron([784, 128, 10], shift: 10)
        let counts = try Self.counts(network, test.options)
        #expect(counts == test.wires)
    }

    @Test(
        "12-7-4",
        arguments: [
            Case(.embedded, .public, .logits, [136, 136, 0]),
            Case(.embedded, .public, .class, [201, 201, 4]),
            Case(.private, .public, .logits, [253, 153, 123]),
            Case(.private, .private, .class, [433, 321, 127]),
        ])
    func dense(_ test: Case) throws {
        let counts = try Self.counts(SampleNetworks.perceptron([12, 7, 4]), test.options)
        #expect(counts == test.wires)
    }

    @Test("Pruned weights leave A, what nothing reads leaves B")
    func wiresFollowTheMask() throws {
        let options = CompileOptions(weights: .private)
        var last = [Int.max, Int.max, Int.max]
        for sparsity in [0, 0.5, 0.9, 0.97] {
            let counts = try Self.counts(
                SampleNetworks.perceptron([64, 16, 4], sparsity: sparsity, shift: 8), options)
            #expect(zip(counts, last).allSatisfy { $0 < $1 })
            last = counts
        }
    }

    @Test("cost the same however the factors were written", arguments: Sample.all, allOptions)
    func randomOrders(_ sample: Sample, _ options: CompileOptions) throws {
        let compiled: CompiledNetwork<Scalar> = try sample.network.compiled(options)
        let oriented = compiled.circuit.system
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<3 {
            var system = oriented
            for (index, row) in oriented.constraints.enumerated()
            where Bool.random(using: &generator) {
                system.constraints[index] = Constraint(row.b, row.a, row.c)
            }
            let witness = try compiled.witness(for: SampleNetworks.inputs(of: sample.network, count: 1)[2])
            let isSatisfied = system.isSatisfied(by: witness)
            #expect(isSatisfied)
            #expect(Self.price(system) >= Self.price(oriented))
            system.orientFactors()
            let isStillSatisfied = system.isSatisfied(by: witness)
            #expect(isStillSatisfied)
            #expect(Self.price(system) == Self.price(oriented))
        }
    }

    @Test("The same network twice: the same rows, factors in the same order", arguments: allOptions)
    func sameOrder(_ options: CompileOptions) throws {
        let network = SampleNetworks.residual()
        let one: CompiledNetwork<Scalar> = try network.compiled(options)
        let other: CompiledNetwork<Scalar> = try network.compiled(options)
        let areEqual = one.circuit.system == other.circuit.system
        #expect(areEqual)
        var again = one.circuit.system
        again.orientFactors()
        let isUnchanged = again == one.circuit.system
        #expect(isUnchanged, "a second orientation finds nothing to do")
    }
}
