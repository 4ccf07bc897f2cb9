import ConstraintSystem
import FiniteFields
import Gadgets
import TestSupport
import Testing

/// Bugs that circuits in use have had, planted in real gadgets. Each one: the sound circuit passes the audit,
/// the one with the bug does not, and a second witness shows that the audit is right: another answer for the
/// same inputs, which the sound circuit refuses.
@Suite("Planted bugs in gadgets")
struct PlantedBugTests {
    typealias F = BN254Fields.Scalar
    typealias Sum = LinearCombination<F>
    typealias Builder = CircuitBuilder<F>

    /// Expects the bug to be found, and the changed wires to be a second witness with another answer.
    private func expectAmbiguity(
        _ sound: Circuit<F>, _ planted: RankOneConstraintSystem<F>, inputs: [F],
        ranges: [ClosedRange<Int128>]? = nil,
        changes: [(name: String, value: F)], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let base = sound.system.publicCount - sound.system.publicOutputCount
        #expect(base == inputs.count, sourceLocation: sourceLocation)
        #expect(
            DeterminismAudit(sound, outputRanges: ranges).run().isDeterministic,
            sourceLocation: sourceLocation)
        #expect(!DeterminismAudit(planted).run().isDeterministic, sourceLocation: sourceLocation)
        let honest = try sound.witness(publicInputs: inputs)
        let isHonest = sound.system.isSatisfied(by: honest) && planted.isSatisfied(by: honest)
        #expect(isHonest, sourceLocation: sourceLocation)
        var second = try sound.witness(publicInputs: inputs)
        for (name, value) in changes { second[try wire(name, in: sound)] = value }
        let outputs = (1...sound.system.publicOutputCount).map { Wire($0) }
        let differs = outputs.contains { honest[$0] != second[$0] }
        let isAccepted = planted.isSatisfied(by: second)
        #expect(differs && isAccepted, sourceLocation: sourceLocation)
        let isRefused = ranges != nil || !sound.system.isSatisfied(by: second)
        #expect(isRefused, sourceLocation: sourceLocation)
    }

    private func wire(_ name: String, in circuit: Circuit<F>) throws -> Wire {
        try #require(
            (1..<circuit.system.wireCount).map { Wire($0) }.first { circuit.name(of: $0) == name }, "\(name)")
    }

    private func value(_ name: String, _ circuit: Circuit<F>, _ inputs: [F]) throws -> F {
        try circuit.witness(publicInputs: inputs)[wire(name, in: circuit)]
    }

    /// The comparison's sign is its highest bit.
    @Test("Free sign bit: a comparison whose highest bit is no bit")
    func freeSignBit() throws {
        let circuit: Circuit<F> = try gadgetCircuit(inputs: 1) { builder, x throws(CompileError) in
            try builder.isPositive(x[0], window: -7...8)
        }
        // 3 bits and a sign: the lowest bit has no wire, and its constraint comes first.
        let planted = circuit.system.removing(3)
        // x + 7 = 11: bits 1, 1, 0, 1. With all lower bits 0, the sign is 11/8.
        try expectAmbiguity(
            circuit, planted, inputs: [4],
            changes: [
                ("gadget/bit[0]", 0), ("gadget/bit[1]", 0), ("gadget/bit[2]", 11 * F(8).inverse()!),
                ("output[0]", 11 * F(8).inverse()!),
            ])
    }

    @Test("Free sign bit: a rectifier whose magnitude may be negative")
    func freeSignOfMagnitude() throws {
        let circuit: Circuit<F> = try gadgetCircuit(inputs: 1) { builder, x throws(CompileError) in
            try builder.rectify(x[0], window: -15...15, shift: 0)
        }
        let planted = circuit.system.removing(3)
        // M = −5 with one digit of 8: 8 c = −5. The answer is (5 − 5)/2 = 0.
        try expectAmbiguity(
            circuit, planted, inputs: [5],
            changes: [
                ("gadget/bit[0]", 0), ("gadget/bit[1]", 0), ("gadget/bit[2]", 0),
                ("gadget/bit[3]", -5 * F(8).inverse()!), ("output[0]", 0),
            ])
    }

    @Test("Unchecked remainder: a shift that rounds as the prover likes")
    func uncheckedRemainder() throws {
        let circuit: Circuit<F> = try gadgetCircuit(inputs: 1) { builder, x throws(CompileError) in
            try builder.rectify(x[0], window: -60...60, shift: 2)
        }
        let planted = circuit.system.removing(0)
        // 23 = 4 · 5 + 3 = 4 · 4 + 7.
        try expectAmbiguity(
            circuit, planted, inputs: [23],
            changes: [
                ("gadget/bit[0]", 5), ("gadget/bit[2]", 0), ("gadget/bit[3]", 0), ("gadget/bit[4]", 1),
                ("output[0]", 4),
            ])
    }

    /// As many bits as the modulus has: x and x + r. The gadget refuses to make so many.
    @Test("254-bit decomposition: x and x + r", arguments: [253, 254])
    func decompositionAsWideAsTheField(_ count: Int) throws {
        var builder = Builder(publicOutputCount: 1, publicInputCount: 1)
        let bits = builder.privateBits("bit", count: count)
        let sum = Sum.sum(of: bits.enumerated().map { (F(2).power(UInt64($0.offset)), $0.element) })
        try builder.enforceEqual(builder.publicInput(0), sum)
        builder.bindOutput(0, to: bits[1])
        let circuit = builder.build()
        // The bits are advice.
        let report = DeterminismAudit(circuit, base: [Wire(2)]).run()
        #expect(report.isDeterministic == (count == 253))
        func isAccepted(_ words: [UInt64]) -> Bool {
            let digits = (0..<count).map { F(Int(words[$0 / 64] >> UInt64($0 % 64) & 1)) }
            return circuit.system.isSatisfied(by: Witness([1, digits[1], 5] + digits))
        }
        var alias = F.modulusWords
        alias[0] += 5
        #expect(isAccepted([5, 0, 0, 0]))
        // r + 5 is 3 modulo 4 or not, r is odd: its second bit is another one.
        #expect(isAccepted(alias) == (count == 254) && alias[0] >> 1 & 1 != 5 >> 1 & 1)
        #expect(throws: CompileError.self) {
            _ =
                try gadgetCircuit(inputs: 1) { builder, x throws(CompileError) in
                    try builder.rangeCheck(x[0], bits: 254)[0]
                } as Circuit<F>
        }
    }

    @Test("Unlinked copy: a wire that stands for a sum, and is not compared with it")
    func unlinkedCopy() throws {
        let circuit: Circuit<F> = try gadgetCircuit(inputs: 2) { builder, x throws(CompileError) in
            builder.square(builder.wire(equalTo: x[0] + x[1]))
        }
        try expectAmbiguity(
            circuit, circuit.system.removing(0), inputs: [3, 4],
            changes: [("gadget/value", 9), ("gadget/product", 81), ("output[0]", 81)])
    }

    @Test("Unconstrained output: nothing binds it")
    func unconstrainedOutput() throws {
        let circuit: Circuit<F> = try gadgetCircuit(inputs: 1) { builder, x throws(CompileError) in
            try builder.rectify(x[0], window: -15...15, shift: 0)
        }
        let binding = circuit.constraintCount - 1
        let planted = circuit.system.removing(binding)
        #expect(DeterminismAudit(planted).run().undetermined.map(\.name) == ["output[0]"])
        try expectAmbiguity(circuit, planted, inputs: [5], changes: [("output[0]", 6)])
    }

    /// Three rows of 26 bits share a product; the weights are public here, so that honest rows are known.
    private func packed(radix: Int, window: Int, unchecked: Int? = nil, binds: Bool = false) throws
        -> Circuit<F>
    {
        var builder = Builder(publicOutputCount: binds ? 3 : 1, publicInputCount: 4)
        let (weights, h) = ((0..<3).map { builder.publicInput($0) }, builder.publicInput(3))
        let rows = try (0..<3).map { row in
            try builder.region("row[\(row)]") { builder throws(CompileError) in
                let z = Sum(builder.derive("z", by: .product(weights[row], h, plus: 0))[0])
                if row != unchecked, !binds {
                    try builder.rangeCheck(z + Sum(constant: Int128(1) << Int128(window - 1)), bits: window)
                }
                return z
            }
        }
        let shift = { (values: [Sum]) in
            Sum.sum(of: values.enumerated().map { (F(2).power(UInt64(radix * $0.offset)), $0.element) })
        }
        try builder.enforce(shift(weights), h, shift(rows))
        for (index, row) in (binds ? rows : [rows[1]]).enumerated() { builder.bindOutput(index, to: row) }
        return builder.build()
    }

    @Test("Unchecked packed row: one row carries into the next", arguments: [0, 2])
    func uncheckedPackedRow(_ row: Int) throws {
        let circuit = try packed(radix: 26, window: 26)
        let planted = try packed(radix: 26, window: 26, unchecked: row)
        #expect(!DeterminismAudit(planted).run().isDeterministic)
        // Rows 300, 500, 700: what row 1 gets more, its neighbour loses. 500 + 2^25 and 501 + 2^25 differ in the
        // lowest bit, which has no wire.
        let inputs: [F] = [3, 5, 7, 100]
        let other: F = row == 0 ? 300 - F(2).power(26) : 700 - F(2).power(26).inverse()!
        var second = try planted.witness(publicInputs: inputs)
        second[try wire("row[1]/z", in: planted)] = 501
        second[try wire("row[\(row)]/z", in: planted)] = other
        second[Wire(1)] = 501
        let isAccepted = planted.system.isSatisfied(by: second)
        #expect(isAccepted)
        #expect(try value("row[1]/z", planted, inputs) == 500)
        #expect(DeterminismAudit(circuit).run().isDeterministic)
    }

    @Test("Unchecked packed row: logits that only the verifier checks")
    func packedLogits() throws {
        let circuit = try packed(radix: 26, window: 26, binds: true)
        let window = -(Int128(1) << 25)...(Int128(1) << 25) - 1
        // The verifier that checks no ranges accepts two answers; the one that does, one.
        try expectAmbiguity(
            circuit, circuit.system, inputs: [3, 5, 7, 100], ranges: [window, window, window],
            changes: [
                ("row[0]/z", 300 - F(2).power(26)), ("output[0]", 300 - F(2).power(26)), ("row[1]/z", 501),
                ("output[1]", 501),
            ])
        #expect(!window.contains(300 - (1 << 26)))
        let wider = 2 * window.lowerBound...2 * window.upperBound + 1
        #expect(!DeterminismAudit(circuit, outputRanges: [wider, window, window]).run().isDeterministic)
    }

    /// Rows in −8 ... 7 whose radix is chosen as if they were in 0 ... 7: 7 + 8 · 0 = −1 + 8 · 1.
    @Test("Negative coefficient taken as unsigned: a radix for values that are not negative")
    func negativeTakenAsUnsigned() throws {
        let (sound, planted) = (try packed(radix: 4, window: 4), try packed(radix: 3, window: 4))
        #expect(DeterminismAudit(sound).run().isDeterministic)
        #expect(!DeterminismAudit(planted).run().isDeterministic)
        let inputs: [F] = [7, 0, 0, 1]
        var second = try planted.witness(publicInputs: inputs)
        let isHonest = planted.system.isSatisfied(by: second)
        // −1 + 8 = 7 has no bit of 8; 1 + 8 = 9 differs from 8 in the lowest bit, which has no wire.
        second[try wire("row[0]/z", in: planted)] = -1
        second[try wire("row[0]/bit[2]", in: planted)] = 0
        second[try wire("row[1]/z", in: planted)] = 1
        second[Wire(1)] = 1
        let isAccepted = planted.system.isSatisfied(by: second)
        #expect(isHonest && isAccepted)
    }
}
