import ConstraintSystem
import FiniteFields
import Gadgets
import TestSupport
import Testing

/// The determinism audit on gadgets: all of them pass, and what the deletion of a constraint does is what
/// trying everything says.
@Suite("Determinism of gadgets")
struct AuditTests {
    typealias Scalar = BN254Fields.Scalar

    /// One circuit of each gadget, with inputs that cover its domain.
    private static func gadgets<F: PrimeField>(_ field: F.Type) throws -> [(String, Circuit<F>, [[Int]])] {
        let pairs = (-3...3).flatMap { a in (-3...3).map { [a, $0] } }
        return [
            (
                "range check",
                try gadgetCircuit(inputs: 1) { builder, x throws(CompileError) in
                    try builder.rangeCheck(x[0], bits: 4)[2]
                }, (0..<97).map { [$0] }
            ),
            (
                "truncation",
                try gadgetCircuit(inputs: 1) { builder, x throws(CompileError) in
                    try builder.rectify(x[0], window: 0...20, shift: 2)
                }, (0..<97).map { [$0] }
            ),
            (
                "rectifier",
                try gadgetCircuit(inputs: 1) { builder, x throws(CompileError) in
                    try builder.rectify(x[0], window: -14...14, shift: 1)
                }, (0..<97).map { [$0] }
            ),
            (
                "rectifier without shift",
                try gadgetCircuit(inputs: 2) { builder, x throws(CompileError) in
                    try builder.rectify(3 * x[0] - 2 * x[1], window: -15...15, shift: 0)
                }, pairs
            ),
            (
                "comparison",
                try gadgetCircuit(inputs: 2) { builder, x throws(CompileError) in
                    try builder.isPositive(x[0] - x[1], window: -6...6)
                }, pairs
            ),
            (
                "maximum",
                try gadgetCircuit(inputs: 2) { builder, x throws(CompileError) in
                    try builder.maximum(x[0], x[1], difference: -6...6)
                }, pairs
            ),
            (
                "largest index",
                try gadgetCircuit(inputs: 3) { builder, x throws(CompileError) in
                    try builder.argmax(x, windows: [-1...1, -1...1, -1...1])
                }, (0..<27).map { [$0 % 3 - 1, $0 / 3 % 3 - 1, $0 / 9 - 1] }
            ),
            (
                "inner product",
                try gadgetCircuit(inputs: 2) { builder, x throws(CompileError) in
                    let square = builder.square(x[0] + 1)
                    let sum = builder.innerProduct([(square, x[1]), (x[0], x[1] - 2)], plus: 3 * x[0])
                    return builder.wire(equalTo: sum + square)
                }, pairs
            ),
        ]
    }

    @Test func gadgetsPass() throws {
        for (name, circuit, _) in try Self.gadgets(Scalar.self) {
            #expect(DeterminismAudit(circuit).run().isDeterministic, "\(name)")
        }
        let circuit = try TamperingTests.circuit()
        let report = DeterminismAudit(circuit).run()
        #expect(report.isDeterministic)
        #expect(report.derivedCount(by: .magnitude) > 0 && report.derivedCount(by: .digits) > 0)
        #expect(report.regions.contains { $0.path == "relu[1]" && $0.ranged > 0 && $0.undetermined == 0 })
    }

    /// A deletion that the audit does not notice leaves one witness; one after which there are two is
    /// noticed. The oracle tries all values of all wires.
    @Test func deletionsOverASmallField() throws {
        var generator = SeededGenerator(seed: 1)
        for (name, circuit, inputs) in try Self.gadgets(F97.self) {
            let report = DeterminismAudit(circuit).mutations(using: &generator)
            #expect(report.isComplete)
            for mutation in report.mutations {
                let search = AssignmentSearch(circuit.system.removing(mutation.constraint))
                let isAmbiguous = inputs.contains {
                    search.assignments(publicInputs: $0, limit: 2).count == 2
                }
                // Here the audit misses nothing in the other direction either.
                #expect(
                    isAmbiguous == (mutation.verdict != .stillDeterministic),
                    "\(name), constraint \(mutation.constraint)")
            }
        }
    }

    /// A constraint that follows from others is told apart, and so is one that only refuses inputs.
    @Test func redundantConstraints() throws {
        var builder = CircuitBuilder<Scalar>(publicOutputCount: 1, publicInputCount: 2)
        let (x, y) = (builder.publicInput(0), builder.publicInput(1))
        let bits = try builder.region("once") { builder throws(CompileError) in
            try builder.rangeCheck(x, bits: 3)
        }
        try builder.region("twice") { builder throws(CompileError) in try builder.enforceBoolean(bits[1]) }
        try builder.region("equal") { builder throws(CompileError) in try builder.enforceEqual(x, y) }
        builder.bindOutput(0, to: bits[2])
        let circuit = builder.build()
        var generator = SeededGenerator(seed: 2)
        let audit = DeterminismAudit(circuit)
        let report = audit.mutations(using: &generator)
        #expect(audit.run().isDeterministic && report.isComplete)
        // One of the two constraints of bits[1] can go, whichever it is.
        #expect(report.redundant.map(\.region) == ["once", "twice", "equal"])
        #expect(report.redundant.map(\.concernsBaseOnly) == [false, false, true])
        let sample = audit.mutations(limit: 3, using: &generator)
        #expect(sample.mutations.count == 3 && !sample.isComplete)
        #expect(sample.mutations.allSatisfy { report.mutations.contains($0) })
    }

    /// All constraints of a small network: none is idle.
    @Test func everyConstraintMatters() throws {
        var generator = SeededGenerator(seed: 3)
        let report = DeterminismAudit(try TamperingTests.circuit()).mutations(using: &generator)
        #expect(report.isComplete && report.redundant.isEmpty)
        guard case .noticed(let count, let first) = report.mutations[0].verdict else { return }
        #expect(count > 0 && first.index > 0)
    }

    /// Names survive the way through runs, and regions add up.
    @Test func outlineSaysWhatTheCircuitSays() throws {
        let circuit = try TamperingTests.circuit()
        let given = circuit.system.publicCount == 4 ? [Wire(3), Wire(4), Wire(6)] : []
        let outline = circuit.outline(given: given)
        #expect(outline.constraintCount == circuit.constraintCount)
        for constraint in 0..<circuit.constraintCount {
            #expect(outline.region(ofConstraint: constraint) == circuit.region(ofConstraint: constraint))
        }
        #expect(5 + outline.privateWireCount == circuit.system.wireCount)
        for position in 0..<outline.privateWireCount {
            let wire = Wire(5 + position)
            let (run, index) = outline.place(ofPrivateWire: position)
            #expect(run.region == circuit.region(of: wire) && index < run.count)
            #expect(circuit.name(of: wire).hasPrefix("\(run.region)/\(run.name)"))
            #expect(run.isGiven == given.contains(wire))
        }
        #expect(outline.givenPositions == [1])
        let report = DeterminismAudit(circuit).run()
        let regions = report.regions(depth: 1)
        #expect(regions.map(\.path) == ["", "relu[0]", "relu[1]", "relu[2]", "squares", "larger", "class"])
        #expect(regions.reduce(0) { $0 + $1.constraints } == circuit.constraintCount)
        #expect(report.givenCount + report.derivedCount == circuit.system.wireCount - 1)
        #expect(
            circuit.costs(depth: 1).allSatisfy { cost in
                regions.first { $0.path == cost.path }?.constraints == cost.constraints
            })
    }
}
