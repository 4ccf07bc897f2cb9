import ConstraintSystem
import FiniteFields
import TestSupport
import Testing

/// Faults of circuits that have been in use, each planted in a circuit that passes without it.
@Suite("Planted faults")
struct PlantedFaultTests {
    typealias F = BN254Fields.Scalar
    typealias Sum = LinearCombination<F>

    /// Expects a circuit of one input to pass, and with its fault to be refused on a wire of the region.
    private func expectRefusal(
        in region: String = "gadget", outputs: Int = 1, inputs: Int = 1,
        sourceLocation: SourceLocation = #_sourceLocation,
        _ gadget: (inout CircuitBuilder<F>, [Sum], _ isFaulty: Bool) throws(CompileError) -> Sum
    ) throws {
        for isFaulty in [false, true] {
            var builder = CircuitBuilder<F>(publicOutputCount: outputs, publicInputCount: inputs)
            let wires = (0..<inputs).map { builder.publicInput($0) }
            let result = try builder.region("gadget") { builder throws(CompileError) in
                try gadget(&builder, wires, isFaulty)
            }
            builder.bindOutput(0, to: result)
            let report = DeterminismAudit(builder.build()).run()
            #expect(report.isDeterministic != isFaulty, sourceLocation: sourceLocation)
            if isFaulty {
                #expect(
                    report.undetermined.contains { $0.region == region }, sourceLocation: sourceLocation)
            }
        }
    }

    /// Wires that a prover fills in as he likes.
    private func advice(_ builder: inout CircuitBuilder<F>, _ name: String, _ count: Int) -> [Sum] {
        (0..<count).map { _ in Sum(builder.derive(name, by: .value(0))[0]) }
    }

    private func bits(
        _ builder: inout CircuitBuilder<F>, _ name: String, _ count: Int
    ) throws(CompileError) -> [Sum] {
        let bits = advice(&builder, name, count)
        for bit in bits { try builder.enforce(bit, bit - 1, 0) }
        return bits
    }

    private func binary(_ bits: some Collection<Sum>, first: Int = 0) -> Sum {
        .sum(of: bits.enumerated().map { (F(2).power(UInt64($0.offset + first)), $0.element) })
    }

    @Test("A sign bit that the prover chooses")
    func freeSignBit() throws {
        try expectRefusal { builder, x, isFaulty throws(CompileError) in
            let magnitude = binary(try bits(&builder, "magnitude", 8))
            let sign = try bits(&builder, "sign", 1)[0]
            // magnitude = (1 − 2 sign) x: then 0 has two signs.
            try builder.enforce(1 - 2 * sign, x[0], magnitude)
            if !isFaulty {
                // Negative values, and only they, are below 256 once 256 is added.
                let rest = binary(try bits(&builder, "rest", 8))
                try builder.enforceEqual(x[0] + 256 * sign, rest)
            }
            return sign
        }
    }

    @Test("A remainder that is not checked against the divisor")
    func uncheckedRemainder() throws {
        try expectRefusal { builder, x, isFaulty throws(CompileError) in
            let quotient = binary(try bits(&builder, "quotient", 10))
            let remainder = binary(try bits(&builder, "remainder", isFaulty ? 4 : 3))
            try builder.enforceEqual(x[0], 8 * quotient + remainder)
            return quotient
        }
    }

    @Test("A remainder without bits at all")
    func remainderWithoutBits() throws {
        try expectRefusal { builder, x, isFaulty throws(CompileError) in
            let quotient = binary(try bits(&builder, "quotient", 10))
            let remainder =
                isFaulty ? advice(&builder, "remainder", 1)[0] : binary(try bits(&builder, "remainder", 3))
            try builder.enforceEqual(x[0], 8 * quotient + remainder)
            return quotient
        }
    }

    @Test("As many bits as the modulus has: x and x + r", arguments: [253, 254, 255])
    func alias(_ count: Int) throws {
        try expectRefusal { builder, x, isFaulty throws(CompileError) in
            // 2^253 ≤ r < 2^254.
            let bits = try bits(&builder, "bit", isFaulty ? max(count, 254) : 253)
            try builder.enforceEqual(x[0], binary(bits))
            return bits[0]
        }
    }

    @Test("A copy that nothing links to the original")
    func unlinkedCopy() throws {
        try expectRefusal { builder, x, isFaulty throws(CompileError) in
            let copy = advice(&builder, "copy", 1)[0]
            if !isFaulty { try builder.enforceEqual(copy, x[0]) }
            let square = Sum(builder.derive("square", by: .product(copy, copy, plus: 0))[0])
            try builder.enforce(copy, copy, square)
            return square
        }
    }

    @Test("An output that nothing binds")
    func unconstrainedOutput() throws {
        var builder = CircuitBuilder<F>(publicOutputCount: 2, publicInputCount: 1)
        builder.bindOutput(0, to: builder.publicInput(0))
        builder.bindOutput(1, to: 2 * builder.publicInput(0))
        let circuit = builder.build()
        let audit = DeterminismAudit(circuit)
        #expect(audit.run().isDeterministic)
        #expect(audit.verdict(withoutConstraint: 1) == .noticed(undetermined: 1, first: Wire(2)))
        let mutant = RankOneConstraintSystem(
            publicOutputCount: 2, publicInputCount: 1, wireCount: 4,
            constraints: [circuit.system.constraints[0]])
        #expect(DeterminismAudit(mutant).run().undetermined.map(\.name) == ["output[1]"])
    }

    @Test("Outputs that only bind one another")
    func circularOutputs() throws {
        let (first, second) = (Sum(Wire(1)), Sum(Wire(2)))
        let system = RankOneConstraintSystem<F>(
            publicOutputCount: 2, publicInputCount: 1, wireCount: 4,
            constraints: [Constraint(first, 1, second + Sum(Wire(3)))])
        #expect(DeterminismAudit(system).run().undetermined.count == 2)
    }

    /// One product for three rows of 26 bits: its digits are unique if every row has its window.
    @Test("A packed row without its range check")
    func uncheckedPackedRow() throws {
        for unchecked in [nil, 0, 1, 2] as [Int?] {
            var builder = CircuitBuilder<F>(publicOutputCount: 1, publicInputCount: 2)
            let (weights, x) = (builder.publicInput(0), builder.publicInput(1))
            let window = 26
            let rows = advice(&builder, "row", 3)
            for (index, row) in rows.enumerated() where index != unchecked {
                // −2^25 ... 2^25 − 1.
                let bits = try bits(&builder, "bit", window)
                try builder.enforceEqual(row + Sum(constant: Int128(1) << 25), binary(bits))
            }
            let packed = Sum.sum(
                of: rows.enumerated().map { (F(2).power(UInt64(window * $0.offset)), $0.element) })
            try builder.enforce(weights, x, packed)
            builder.bindOutput(0, to: rows[1])
            let report = DeterminismAudit(builder.build()).run()
            #expect(report.isDeterministic == (unchecked == nil))
        }
    }

    @Test("Nine rows of 28 bits fill the field, a tenth does not fit", arguments: [(9, true), (10, false)])
    func packedRowsUpToTheModulus(_ count: Int, _ fits: Bool) throws {
        var builder = CircuitBuilder<F>(publicOutputCount: 0, publicInputCount: 2)
        let rows = advice(&builder, "row", count)
        for row in rows {
            let bits = try bits(&builder, "bit", 28)
            try builder.enforceEqual(row, binary(bits))
        }
        let packed = Sum.sum(
            of: rows.enumerated().map { (F(2).power(UInt64(28 * $0.offset)), $0.element) })
        try builder.enforce(builder.publicInput(0), builder.publicInput(1), packed)
        #expect(DeterminismAudit(builder.build()).run().isDeterministic == fits)
    }

    @Test("A negative coefficient taken as unsigned: −2^7 beside bits that reach 2^7")
    func negativeCoefficient() throws {
        try expectRefusal { builder, x, isFaulty throws(CompileError) in
            // Two's complement of 8 bits, and its sum with a bit too many.
            let bits = try bits(&builder, "bit", isFaulty ? 9 : 8)
            let sum = isFaulty ? binary(bits[..<8]) - 128 * bits[8] : binary(bits[..<7]) - 128 * bits[7]
            try builder.enforceEqual(x[0], sum)
            return bits[7]
        }
    }

    @Test("The lowest bit without a wire, and without its constraint")
    func droppedBooleanity() throws {
        try expectRefusal { builder, x, isFaulty throws(CompileError) in
            let upper = try bits(&builder, "bit", 7)
            let lowest = x[0] - binary(upper, first: 1)
            if !isFaulty { try builder.enforce(lowest, lowest - 1, 0) }
            return lowest
        }
    }
}
