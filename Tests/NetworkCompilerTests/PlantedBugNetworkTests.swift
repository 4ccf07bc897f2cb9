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

    /// Sums of hidden weights end in their outputs; others are bound by what they took the place of.
    @Test("Unconstrained output: a logit that nothing binds", arguments: allOptions)
    func unconstrainedOutput(_ options: CompileOptions) throws {
        let compiled = try network(options)
        let system = compiled.circuit.system
        let last = options.output == .logits ? 3 : 0
        let holders = system.constraints.indices.filter { system.constraints[$0].holds(Wire(1 + last)) }
        var planted = system
        for constraint in holders.reversed() { planted = planted.removing(constraint) }
        #expect(audit(planted, as: compiled).undetermined.contains { $0.name == "output[\(last)]" })
        #expect(compiled.audit().isDeterministic)
        // One of them is enough.
        for constraint in holders {
            #expect(
                compiled.determinismAudit.verdict(withoutConstraint: constraint) != .stillDeterministic)
        }
        var second = try compiled.witness(for: image)
        let honest = second[Wire(1 + last)]
        second[Wire(1 + last)] = honest + 1
        #expect(planted.isSatisfied(by: second) && !compiled.circuit.system.isSatisfied(by: second))
    }

    /// A logit took the place of a bit. Without the bit's constraint there is another answer, with other bits for
    /// the same neuron.
    @Test("Free bit: a logit in its place, and no constraint that makes it 0 or 1")
    func freeEliminatedBit() throws {
        // max(0, z) of one neuron with z = 3x − 200, and the logit 2y + 5x.
        func linear(_ weight: Int32, _ bias: Int64) -> IntegerOperation {
            .linear(
                IntegerLinear(
                    outputCount: 1, inputCount: 1, weights: [weight], biases: [bias], weightBits: 8,
                    biasBits: 10))
        }
        let network = IntegerNetwork(
            inputShape: [1], inputBits: 8,
            nodes: [
                .init(name: "layer1", operation: linear(3, -200), inputs: [.input]),
                .init(name: "relu1", operation: .rectify(shift: 0), inputs: [.node(0)]),
                .init(name: "layer2", operation: linear(2, 0), inputs: [.node(1)]),
                .init(name: "skip", operation: linear(5, 0), inputs: [.input]),
                .init(name: "sum", operation: .add, inputs: [.node(2), .node(3)]),
            ])
        let compiled: CompiledNetwork<Scalar> = try network.compiled()
        let circuit = compiled.circuit
        #expect(circuit.eliminatedWires.count == 1 && compiled.audit().isDeterministic)
        // z = 100 is positive; the lie is that it is not, so that y = 0: the magnitude would be −100.
        let honest = try compiled.witness(for: [100])
        let answer = honest[Wire(1)]
        #expect(answer == Scalar(2 * 100 + 500))
        var forged = Witness<Scalar>((0..<honest.count).map { honest[Wire($0)] })
        forged[Wire(1)] = 500
        for wire in 3..<honest.count { forged[Wire(wire)] = 0 }
        guard case .violated(let violations) = circuit.satisfaction(of: forged, limit: 100) else {
            Issue.record("another answer is accepted")
            return
        }
        // Only the bit that the logit stands for keeps the lie away.
        #expect(violations.map(\.region) == ["relu1/neuron[0]"])
        let constraint = violations[0].constraint
        let planted = circuit.system.removing(constraint)
        let isAccepted = planted.isSatisfied(by: forged)
        #expect(isAccepted)
        #expect(!audit(planted, as: compiled).isDeterministic)
        #expect(compiled.determinismAudit.verdict(withoutConstraint: constraint) != .stillDeterministic)
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
        // One of the neurons in which no logit took the place of a bit.
        let neuron = try #require(
            (0..<7).first { neuron in
                circuit.regions.contains { region in
                    region.path == "relu1/neuron[\(neuron)]" && region.constraints.count > 6
                        && region.constraints.allSatisfy { constraint in
                            (1...4).allSatisfy { !circuit.system.constraints[constraint].holds(Wire($0)) }
                        }
                }
            })
        let region = try #require(circuit.regions.first { $0.path == "relu1/neuron[\(neuron)]" })
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
        guard case .linear(let layer) = compiled.network.nodes[2].operation else { return }
        for row in 0..<4 {
            second[Wire(1 + row)] -= magnitude * Scalar(Int(layer.weights[row * 7 + neuron]))
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
