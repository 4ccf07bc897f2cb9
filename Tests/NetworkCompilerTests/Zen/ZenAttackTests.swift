import ConstraintSystem
import FiniteFields
import NetworkCompiler
import NeuralNetworks
import Testing

/// What ZEN leaves unchecked, left unchecked: the audit finds it, and a second witness shows that it is no
/// formality.
@Suite("Faults of ZEN's circuits, planted")
struct ZenAttackTests {
    private typealias Compiled = CompiledAffineNetwork<Scalar>

    private let sample = AffineSample("6-4-3", [6, 4, 3])

    private func compiled(_ encoding: ZenEncoding) throws -> Compiled {
        try sample.network.compiled(ZenOptions(encoding, strands: 2, followMask: false))
    }

    /// Expects the audit to refuse the system without these constraints, and the forged witness to satisfy it,
    /// but not the whole circuit, with other logits that a verifier finds in their ranges.
    private func expectForgery(
        _ compiled: Compiled, forgetting constraints: Range<Int>, choosing choices: [Int: Scalar],
        on input: [Int],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let circuit = compiled.circuit
        let faulty = circuit.forgetting(constraints)
        let base = (0..<circuit.system.publicInputCount).map {
            Wire(1 + circuit.system.publicOutputCount + $0)
        }
        let report = DeterminismAudit(faulty, base: base + circuit.privateInputs).run()
        #expect(!report.isDeterministic, sourceLocation: sourceLocation)

        let honest = try compiled.witness(for: input)
        let forged = ForgedWitness(honest, of: circuit, choosing: choices).values
        #expect(faulty.isSatisfied(by: Witness(forged)) == true, sourceLocation: sourceLocation)
        #expect(!circuit.satisfaction(of: Witness(forged)).isSatisfied, sourceLocation: sourceLocation)
        for wire in base + circuit.privateInputs { #expect(forged[Int(wire.index)] == honest[wire]) }
        let outputs = 1...circuit.system.publicOutputCount
        #expect(outputs.contains { forged[$0] != honest[Wire($0)] }, sourceLocation: sourceLocation)
        for output in outputs {
            let logit = forged[output].signedInteger
            #expect(
                logit.map(compiled.publicRanges[output - 1].contains) == true, sourceLocation: sourceLocation)
        }
    }

    private func bits(of path: String, in compiled: Compiled) throws -> Range<Int> {
        try #require(
            compiled.circuit.wires(of: path) { rule in
                if case .bits = rule { true } else { false }
            })
    }

    @Test("Remainder unchecked: any quotient goes", arguments: [ZenEncoding.plain, .grouped, .stranded])
    func remainder(_ encoding: ZenEncoding) throws {
        let compiled = try compiled(encoding)
        let path = "layer2/neuron[1]"
        let constraints = try #require(compiled.circuit.constraints(of: path))
        let k = sample.network.layers[1].fractionBits
        let input = sample.inputs(count: 1)[2]
        let honest = try compiled.witness(for: input)
        // The lowest bit of the remainder has no wire: the rest of the quotient's bits follow it.
        let wires = try bits(of: path, in: compiled)
        let quotient = wires.dropFirst(k - 1)
        let value = quotient.reversed().reduce(0) { 2 * $0 + (honest[Wire($1)] == .one ? 1 : 0) }
        // A hundred more, with a remainder of −100 · 2^k that nobody asks for.
        let choices = quotient.enumerated().map { ($0.element, Scalar((value + 100) >> $0.offset & 1)) }
        try expectForgery(
            compiled, forgetting: constraints.lowerBound + 1..<constraints.lowerBound + 1 + k,
            choosing: Dictionary(uniqueKeysWithValues: choices), on: input)
    }

    @Test("Quotient unchecked: any hidden value goes", arguments: [ZenEncoding.plain, .grouped, .stranded])
    func quotient(_ encoding: ZenEncoding) throws {
        let compiled = try compiled(encoding)
        let path = "layer1/neuron[2]"
        let constraints = try #require(compiled.circuit.constraints(of: path))
        let input = sample.inputs(count: 1)[2]
        let honest = try compiled.witness(for: input)
        let wires = try bits(of: path, in: compiled)
        let outputs = try sample.network.layerOutputs(for: input)
        let value = Scalar(outputs[0][2] - Int128(sample.network.layers[0].outputZeroPoint))
        // The sign may be any s with s · D = the wanted value; the bit below takes up the difference.
        let (top, next) = (wires.upperBound - 1, wires.upperBound - 2)
        let change = Scalar(37) * value.inverse()!
        let choices = [top: honest[Wire(top)] + change, next: honest[Wire(next)] - change.doubled()]
        let k = sample.network.layers[0].fractionBits
        try expectForgery(
            compiled, forgetting: constraints.lowerBound + 1 + k..<constraints.upperBound, choosing: choices,
            on: input)
    }

    @Test("A digit of cross terms unchecked, which nobody reads: any dot product goes")
    func digit() throws {
        let compiled = try compiled(.stranded)
        let path = "layer2/sum[0,1]"
        let constraints = try #require(compiled.circuit.constraints(of: path + "/digit[1]"))
        let wires = try #require(
            compiled.circuit.wires(of: path) { rule in
                if case .digits = rule { true } else { false }
            })
        guard
            case .digits(_, let widths, _) = try #require(
                compiled.circuit.steps.first { $0.firstWire == Wire(wires.lowerBound) }
            ).rule
        else { return }
        let input = sample.inputs(count: 1)[2]
        let honest = try compiled.witness(for: input)
        // The lowest digit grows by 5000, the next one shrinks by 5000/δ, a fraction that only a field has.
        let shift = Scalar(5000) * Scalar(2).power(UInt64(widths[0])).inverse()!
        try expectForgery(
            compiled, forgetting: constraints,
            choosing: [wires.lowerBound: honest[Wire(wires.lowerBound)] - shift], on: input)
    }

    @Test("Without any one constraint the audit does not pass", arguments: ZenEncoding.allCases)
    func deletions(_ encoding: ZenEncoding) throws {
        let compiled = try compiled(encoding)
        var generator = SeededGenerator(seed: 7)
        let report = DeterminismAudit(compiled.circuit).mutations(limit: 400, using: &generator)
        #expect(report.redundant.isEmpty)
    }
}
