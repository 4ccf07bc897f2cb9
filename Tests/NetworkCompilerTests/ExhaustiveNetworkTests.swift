import ConstraintSystem
import FiniteFields
import NetworkCompiler
import NeuralNetworks
import TestSupport
import Testing

/// Small enough to try all values of several weights.
enum Modulus31: SmallModulus {
    static var modulus: UInt64 { 31 }
    static var nonResidue: Int { 3 }
}

/// Whole networks over fields in which every assignment of the wires can be tried: what no gadget's own
/// tests see is whether the compiler gives a gadget a window that nothing enforces.
@Suite("Every assignment of small networks")
struct ExhaustiveNetworkTests {
    private static func small(_ seed: UInt64, biasBits: Int = 3) -> IntegerNetwork {
        var generator = NeuralNetworks.SeededGenerator(seed: seed)
        func linear(_ outputs: Int, _ inputs: Int) -> IntegerOperation {
            .linear(
                IntegerLinear(
                    outputCount: outputs, inputCount: inputs,
                    weights: (0..<outputs * inputs).map { _ in Int32.random(in: -3...3, using: &generator) },
                    biases: (0..<outputs).map { _ in Int64.random(in: -3...3, using: &generator) },
                    weightBits: 3, biasBits: biasBits))
        }
        let widths = (0..<3).map { _ in Int.random(in: 1...2, using: &generator) }
        let shift = Int.random(in: 0...2, using: &generator)
        var nodes: [IntegerNetwork.Node] = [
            .init(name: "a", operation: linear(widths[1], widths[0]), inputs: [.input]),
            .init(name: "relu", operation: .rectify(shift: shift), inputs: [.node(0)]),
            .init(name: "b", operation: linear(widths[2], widths[1]), inputs: [.node(1)]),
        ]
        if Bool.random(using: &generator) {
            nodes.append(.init(name: "last", operation: .rectify(shift: 0), inputs: [.node(2)]))
        }
        return IntegerNetwork(
            inputShape: [widths[0]], inputBits: Int.random(in: 1...2, using: &generator), nodes: nodes)
    }

    private static func inputs(of network: IntegerNetwork) -> [[Int]] {
        (0..<network.inputShape.count).reduce([[]]) { inputs, _ in
            inputs.flatMap { input in (0...network.largestInput).map { input + [$0] } }
        }
    }

    private static func outputs(
        _ network: IntegerNetwork, _ output: CompileOptions.Output, _ input: [Int]
    ) -> [Int] {
        guard let logits = try? network.logits(for: input) else { return [] }
        return output == .logits ? logits.map { Int($0) } : [IntegerNetwork.classification(of: logits)]
    }

    /// What the verifier checks: that every output lies in its declared range.
    private static func ranges<F: PrimeField>(of compiled: CompiledNetwork<F>) -> ([UInt64]) -> Bool {
        let ranges = compiled.publicRanges.prefix(compiled.circuit.system.publicOutputCount)
        let modulus = Int128(F.modulusWords[0])
        return { assignment in
            ranges.enumerated().allSatisfy { index, range in
                let value = Int128(assignment[1 + index])
                return range.contains(value) || range.contains(value - modulus)
            }
        }
    }

    /// Nil where the field is too small.
    private static func compiled<F: PrimeField>(
        _ network: IntegerNetwork, _ options: CompileOptions, over field: F.Type
    ) throws -> CompiledNetwork<F>? {
        do { return try network.compiled(options, over: field) } catch CompileError.windowTooWide {
            return nil
        }
    }

    @Test("Public input: one assignment each, with the network's answer", arguments: 0..<12 as Range<UInt64>)
    func publicInput(_ seed: UInt64) throws {
        let network = Self.small(seed)
        for output in CompileOptions.Output.allCases {
            let options = CompileOptions(output: output)
            guard let compiled = try Self.compiled(network, options, over: F257.self) else { continue }
            expectUniqueAnswers(
                compiled.circuit, inputs: Self.inputs(of: network), isAccepted: Self.ranges(of: compiled)
            ) {
                Self.outputs(network, output, $0)
            }
        }
    }

    @Test(
        "Private input: as many assignments as inputs, each with its answer",
        arguments: 0..<12 as Range<UInt64>)
    func privateInput(_ seed: UInt64) throws {
        let network = Self.small(seed)
        for output in CompileOptions.Output.allCases {
            let options = CompileOptions(input: .private, output: output)
            guard let compiled = try Self.compiled(network, options, over: F257.self) else { continue }
            // Pixels that nobody reads have no wires; here they are 0.
            let isRead = compiled.readInput
            let inputs = Self.inputs(of: network).filter { input in
                zip(input, isRead).allSatisfy { $0 == 0 || $1 }
            }
            let found = AssignmentSearch(compiled.circuit.system)
                .assignments(publicInputs: []).filter(Self.ranges(of: compiled))
            #expect(found.count == inputs.count)
            for assignment in found {
                var wires = compiled.circuit.privateInputs.map { Int(assignment[Int($0.index)]) }[...]
                let pixels = isRead.map { $0 ? wires.popFirst()! : 0 }
                #expect(inputs.contains(pixels))
                let outputs = Self.outputs(network, output, pixels).map { F257($0).canonicalWords[0] }
                #expect(Array(assignment[1..<1 + outputs.count]) == outputs)
            }
        }
    }

    /// Over all field elements as weights, small or not.
    @Test(
        "Private weights: weights and input leave one assignment at most",
        arguments: [0, 1], CompileOptions.Output.allCases)
    func privateWeights(shift: Int, _ output: CompileOptions.Output) throws {
        func linear(_ outputs: Int) -> IntegerOperation {
            .linear(
                IntegerLinear(
                    outputCount: outputs, inputCount: 1, weights: [Int32](repeating: 1, count: outputs),
                    biases: [Int64](repeating: 0, count: outputs), weightBits: 2, biasBits: 1))
        }
        let network = IntegerNetwork(
            inputShape: [1], inputBits: 2,
            nodes: [
                .init(name: "a", operation: linear(1), inputs: [.input]),
                .init(name: "relu", operation: .rectify(shift: shift), inputs: [.node(0)]),
                .init(name: "b", operation: linear(2), inputs: [.node(1)]),
            ])
        let options = CompileOptions(weights: .private, output: output)
        let compiled: CompiledNetwork<SmallPrime<Modulus31>> = try network.compiled(options)
        let search = AssignmentSearch(compiled.circuit.system)
        for input in 0...3 {
            let found = search.assignments(publicInputs: [input])
            let choices = Set(
                found.map { values in compiled.circuit.privateInputs.map { values[Int($0.index)] } })
            #expect(!found.isEmpty)
            #expect(choices.count == found.count)
        }
    }
}
