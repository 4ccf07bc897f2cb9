import ConstraintSystem
import FiniteFields
import NetworkCompiler
import NeuralNetworks
import TestSupport
import Testing

/// Bugs planted in circuits of whole networks: the compiler's circuit passes the audit, the one with the bug
/// does not, and a second witness answers otherwise for the same image.
@Suite("Planted bugs in networks")
struct PlantedBugNetworkTests {
    private func network(_ options: CompileOptions = CompileOptions()) throws -> CompiledNetwork<Scalar> {
        try SampleNetworks.perceptron([12, 7, 4]).compiled(options)
    }

    /// Returns the audit of a changed system on the same base and ranges.
    private func audit(
        _ planted: RankOneConstraintSystem<Scalar>, as compiled: CompiledNetwork<Scalar>
    ) -> AuditReport {
        let audit = compiled.determinismAudit
        return DeterminismAudit(planted, base: audit.base, outputRanges: audit.outputRanges).run()
    }

    private func wire(_ name: String, in compiled: CompiledNetwork<Scalar>) throws -> Wire {
        let circuit = compiled.circuit
        return try #require(
            (1..<circuit.system.wireCount).map { Wire($0) }.first { circuit.name(of: $0) == name }, "\(name)")
    }

    private let image = Array(repeating: 100, count: 12)

    @Test("Unconstrained output: a logit that nothing binds", arguments: allOptions)
    func unconstrainedOutput(_ options: CompileOptions) throws {
        let compiled = try network(options)
        let binding =
            try #require(compiled.circuit.regions.first { $0.path == "output" }).constraints.upperBound - 1
        let planted = compiled.circuit.system.removing(binding)
        let report = audit(planted, as: compiled)
        let last = options.output == .logits ? 3 : 0
        // Packed logits have one constraint in common.
        let isPacked = options.weights == .committed && options.output == .logits
        #expect(
            report.undetermined.map(\.name) == (isPacked ? 0...last : last...last).map { "output[\($0)]" })
        #expect(compiled.audit().isDeterministic)
        var second = try compiled.witness(for: image)
        let honest = second[Wire(1 + last)]
        second[Wire(1 + last)] = honest + 1
        #expect(planted.isSatisfied(by: second) && !compiled.circuit.system.isSatisfied(by: second))
    }

    /// The logits' windows are wide enough for the lie, so that the verifier's ranges do not help.
    @Test("Unlinked copy: a product of a private weight that nobody compares")
    func unlinkedCopy() throws {
        let compiled = try network(CompileOptions(weights: .private))
        let region = try #require(compiled.circuit.regions.first { $0.path == "layer2/neuron[0]" })
        // The last product binds the output; the one before is a wire of its own.
        let planted = compiled.circuit.system.removing(region.constraints.upperBound - 2)
        let report = audit(planted, as: compiled)
        #expect(
            report.undetermined.contains {
                $0.name.hasPrefix("layer2/neuron[0]/product") || $0.region.isEmpty
            })
        let error = #expect(throws: AuditError.self) { try report.demandDeterminism() }
        #expect(error?.count == 2)
        var second = try compiled.witness(for: image)
        let product = try #require(report.undetermined.last?.wire)
        second[product] += 1
        second[Wire(1)] += 1
        #expect(planted.isSatisfied(by: second) && !compiled.circuit.system.isSatisfied(by: second))
    }

    @Test("Free sign bit: a neuron's magnitude without its highest bit's constraint")
    func freeSignOfNeuron() throws {
        let compiled = try network()
        let circuit = compiled.circuit
        let region = try #require(
            circuit.regions.first { $0.path.hasPrefix("relu1/neuron[") && $0.constraints.count > 6 })
        // Remainder bits, magnitude bits, the product.
        let bitCount = region.constraints.count - 1
        let planted = circuit.system.removing(region.constraints.upperBound - 2)
        let report = audit(planted, as: compiled)
        #expect(report.undetermined.contains { $0.name.hasPrefix("output[") })
        // The honest magnitude M becomes −M: all but the highest digit 0.
        var second = try compiled.witness(for: image)
        let first = try wire("\(region.path)/bit[0]", in: compiled).index
        let (shift, highest) = (4, Int(first) + bitCount - 1)
        var magnitude = Scalar.zero
        for bit in shift..<bitCount {
            magnitude += Scalar(1 << (bit - shift)) * second[Wire(Int(first) + bit)]
            second[Wire(Int(first) + bit)] = 0
        }
        second[Wire(highest)] = -magnitude * Scalar(1 << (bitCount - 1 - shift)).inverse()!
        let isRefused = !circuit.system.isSatisfied(by: second)
        #expect(isRefused)
        // The neuron now gives (t − M)/2 instead of (t + M)/2, and the logits follow.
        for constraint in circuit.regions.first(where: { $0.path == "output" })!.constraints {
            let output = constraint - circuit.regions.first { $0.path == "output" }!.constraints.lowerBound
            let row = planted.constraints[constraint - 1]
            second[Wire(1 + output)] = row.a.evaluated(on: second) * row.b.evaluated(on: second)
        }
        let isAccepted = planted.isSatisfied(by: second)
        #expect(isAccepted)
    }

    @Test("The audit's base and ranges are those of the statement", arguments: allOptions)
    func statement(_ options: CompileOptions) throws {
        let compiled = try network(options)
        let audit = compiled.determinismAudit
        let system = compiled.circuit.system
        #expect(audit.outputRanges == Array(compiled.publicRanges.prefix(system.publicOutputCount)))
        #expect(audit.base.count == system.publicInputCount + compiled.circuit.privateInputs.count)
        #expect(compiled.outline.givenPositions.count == compiled.circuit.privateInputs.count)
        if options.weights == .embedded, options.input == .public { #expect(audit.base.count == 12) }
        let pixels = compiled.outline.wires.filter { $0.isGiven && $0.region.hasPrefix("input/pixel[") }
        #expect(pixels.count == (options.input == .private ? 12 : 0))
    }
}
