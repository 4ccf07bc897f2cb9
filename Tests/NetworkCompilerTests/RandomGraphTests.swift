import ConstraintSystem
import FiniteFields
import NetworkCompiler
import NeuralNetworks
import TestSupport
import Testing

@Suite("Random graphs")
struct RandomGraphTests {
    @Test(
        "Simplified or not, in every option, a circuit says what its network computes",
        arguments: 0..<150 as Range<UInt64>)
    func equality(_ seed: UInt64) throws {
        let network = RandomNetworks.graph(maskSeed: seed, valueSeed: seed + 500)
        let inputs = SampleNetworks.inputs(of: network, count: 6, seed: seed)
        let simplified = try network.simplified()
        for input in inputs {
            #expect(try simplified.logits(for: input) == network.logits(for: input))
        }
        for options in allOptions {
            let compiled: CompiledNetwork<Scalar> = try network.compiled(options)
            for input in inputs {
                let witness = try compiled.witness(for: input)
                #expect(compiled.circuit.satisfaction(of: witness) == .satisfied)
                let values = try compiled.publicValues(for: input)
                #expect(zip(values, compiled.publicRanges).allSatisfy { $1.contains($0) })
                let logits = try network.logits(for: input)
                let outputs =
                    options.output == .logits ? logits : [Int128(IntegerNetwork.classification(of: logits))]
                #expect(values.starts(with: outputs))
                // A public input that columns stand for has no wires.
                let wires = 1..<compiled.layout.publicInputs.upperBound
                #expect(compiled.layout.columnCount > 0 || wires.count == values.count)
                for (wire, value) in zip(wires, values) {
                    #expect(witness[Wire(wire)] == Scalar(value))
                }
            }
        }
    }

    @Test(
        "Every wire that the prover does not choose is bound by the others",
        arguments: 0..<40 as Range<UInt64>)
    func everyDerivedWireIsBound(_ seed: UInt64) throws {
        let network = RandomNetworks.graph(maskSeed: seed, valueSeed: seed + 500)
        for options in allOptions {
            let compiled: CompiledNetwork<Scalar> = try network.compiled(options)
            let system = compiled.circuit.system
            let chosen = Set(compiled.circuit.privateInputs.map { Int($0.index) })
            let firstPrivate = 1 + system.publicCount
            for input in SampleNetworks.inputs(of: network, count: 1, seed: seed) {
                let honest = try compiled.witness(for: input)
                let values = honest.withUnsafeBufferPointer { Array($0) }
                let derived = Array(1...system.publicOutputCount) + Array(firstPrivate..<system.wireCount)
                for wire in derived where !chosen.contains(wire) {
                    for other in [values[wire] + 1, 1 - values[wire], values[wire] + Scalar(2).inverse()!]
                    where other != values[wire] {
                        var forged = Witness<Scalar>(values)
                        forged[Wire(wire)] = other
                        #expect(!compiled.circuit.satisfaction(of: forged).isSatisfied)
                    }
                }
            }
        }
    }

    /// Logits have no gadget that would check their window.
    @Test("Logits that do not fit the field are refused")
    func logitsBeyondTheField() throws {
        let layer = IntegerLinear(
            outputCount: 1, inputCount: 1, weights: [100], biases: [0], weightBits: 8, biasBits: 1)
        let network = IntegerNetwork(
            inputShape: [1], inputBits: 8,
            nodes: [.init(name: "layer", operation: .linear(layer), inputs: [.input])])
        #expect(throws: CompileError.windowTooWide(region: "layer")) {
            // 25,500 lies beyond 257 / 4.
            _ = try network.compiled(over: F257.self)
        }
        #expect(throws: CompileError.windowTooWide(region: "layer")) {
            // And beyond 65,537 / 4.
            _ = try network.compiled(over: F65537.self)
        }
    }
}
