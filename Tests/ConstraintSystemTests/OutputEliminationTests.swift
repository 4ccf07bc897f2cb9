import ConstraintSystem
import FiniteFields
import TestSupport
import Testing

/// Outputs that take the place of private wires: fewer constraints, the same solutions.
@Suite("Elimination of linear outputs")
struct OutputEliminationTests {
    typealias F = F13
    typealias Sum = LinearCombination<F>

    /// A circuit of one public and one private input, with bits, a product and a square, of which `outputs` are
    /// linear combinations with random coefficients.
    private func circuit(seed: UInt64, outputs: Int, eliminating: Bool) throws -> Circuit<F> {
        var generator = SeededGenerator(seed: seed)
        var builder = CircuitBuilder<F>(publicOutputCount: outputs, publicInputCount: 1)
        let x = builder.publicInput(0)
        let secret = builder.privateInput("secret")
        var values = [x, secret]
        try builder.region("bits") { builder throws(CompileError) in
            let bits = builder.derive("bit", by: .bits(of: x, width: 2, dropping: 0)).map { Sum($0) }
            for bit in bits { try builder.enforce(bit, bit - 1, 0) }
            try builder.enforceEqual(bits[0] + 2 * bits[1], x)
            values += bits
        }
        try builder.region("products") { builder throws(CompileError) in
            for (a, b) in [(x + 1, secret), (values[2] + values[3], values[2] + values[3])] {
                let product = Sum(builder.derive("product", by: .product(a, b, plus: 0))[0])
                try builder.enforce(a, b, product)
                values.append(product)
            }
        }
        builder.region("output") { builder in
            for output in 0..<outputs {
                let weighted = values.map { value in
                    (F(Bool.random(using: &generator) ? Int.random(in: 0..<13, using: &generator) : 0), value)
                }
                builder.bindOutput(output, to: .sum(of: weighted) + 3)
            }
        }
        return builder.build(eliminatingOutputs: eliminating)
    }

    /// All solutions for all inputs, without the wires that are eliminated in the other circuit.
    private func solutions(_ circuit: Circuit<F>, without wires: [Wire]) -> Set<[UInt64]> {
        let search = AssignmentSearch(circuit.system)
        let isLeftOut = Set(wires.map { Int($0.index) })
        return (0..<13).reduce(into: []) { solutions, x in
            for assignment in search.assignments(publicInputs: [x]) {
                solutions.insert(
                    assignment.enumerated().filter { !isLeftOut.contains($0.offset) }.map(\.element))
            }
        }
    }

    @Test("The solutions are those of before without the wires that went", arguments: 0..<40 as Range<UInt64>)
    func sameSolutions(_ seed: UInt64) throws {
        let outputs = 1 + Int(seed % 3)
        let before = try circuit(seed: seed, outputs: outputs, eliminating: false)
        let after = try circuit(seed: seed, outputs: outputs, eliminating: true)
        let gone = after.eliminatedWires
        #expect(before.constraintCount - after.constraintCount == gone.count)
        #expect(before.system.wireCount - after.system.wireCount == gone.count)
        let left = solutions(before, without: gone)
        #expect(left == solutions(after, without: []))
        // Nothing but the removed wires was lost: no two solutions differed only there.
        #expect(left.count == solutions(before, without: []).count)
        for (x, secret) in [(0, 5), (1, 0), (2, 12), (3, 7)] {
            let old = try before.witness(publicInputs: [F(x)], privateInputs: [F(secret)])
            let new = try after.witness(publicInputs: [F(x)], privateInputs: [F(secret)])
            #expect(after.satisfaction(of: new) == .satisfied)
            let kept = (0..<old.count).filter { !gone.contains(Wire($0)) }.map { old[Wire($0)] }
            let found = (0..<new.count).map { new[Wire($0)] }
            #expect(kept == found)
        }
    }

    @Test("The audit says of both the same", arguments: 0..<40 as Range<UInt64>)
    func sameVerdict(_ seed: UInt64) throws {
        let outputs = 1 + Int(seed % 3)
        for eliminating in [false, true] {
            let circuit = try circuit(seed: seed, outputs: outputs, eliminating: eliminating)
            #expect(DeterminismAudit(circuit).run().isDeterministic)
            // Without any constraint that is about more than inputs, it is not.
            for constraint in circuit.system.constraints.indices {
                let verdict = DeterminismAudit(circuit).verdict(withoutConstraint: constraint)
                let mutant = circuit.system.removing(constraint)
                let counts = (0..<4).map { x in
                    let found = AssignmentSearch(mutant).assignments(publicInputs: [x])
                    let secret = Int(circuit.privateInputs[0].index)
                    return found.count == Set(found.map { $0[secret] }).count
                }
                if verdict == .stillDeterministic { #expect(counts.allSatisfy { $0 }) }
            }
        }
    }

    @Test("As many constraints go as the rank; inputs that the prover gives stay")
    func rank() throws {
        func build(_ outputs: [(Sum, Sum, Sum) -> Sum]) throws -> Circuit<F> {
            var builder = CircuitBuilder<F>(publicOutputCount: outputs.count, publicInputCount: 1)
            let (x, given) = (builder.publicInput(0), builder.privateInput("given"))
            let square = Sum(builder.derive("square", by: .product(given, given, plus: 0))[0])
            try builder.enforce(given, given, square)
            for (index, output) in outputs.enumerated() {
                builder.bindOutput(index, to: output(x, given, square))
            }
            return builder.build(eliminatingOutputs: true)
        }
        // The square is the output itself.
        let free = try build([{ _, _, square in square }])
        #expect(free.constraintCount == 1 && free.system.wireCount == 4)
        #expect(free.name(of: Wire(3)) == "given" && free.eliminatedWires == [Wire(4)])
        // Two outputs of one wire: the second is bound to the first.
        let dependent = try build([{ _, _, square in square }, { x, _, square in 2 * square + x }])
        #expect(dependent.constraintCount == 2)
        #expect(DeterminismAudit(dependent).run().isDeterministic)
        // No derived wire, or none at all.
        #expect(try build([{ x, given, _ in x + given }]).constraintCount == 2)
        #expect(try build([{ x, _, _ in 3 * x }]).constraintCount == 2)
        #expect(try build([{ _, _, _ in 7 }]).constraintCount == 2)
    }

    @Test("Regions and names lose what went")
    func names() throws {
        let circuit = try circuit(seed: 1, outputs: 2, eliminating: true)
        let gone = circuit.eliminatedWires.count
        #expect(gone > 0)
        #expect(circuit.regions.last?.path == "output" && circuit.regions.last?.constraints.count == 2 - gone)
        #expect(circuit.costs(depth: 1).reduce(0) { $0 + $1.constraints } == circuit.constraintCount)
        let outline = circuit.outline(given: circuit.privateInputs)
        #expect(outline.privateWireCount == circuit.system.wireCount - 1 - circuit.system.publicCount)
        #expect(outline.givenPositions == [0] && circuit.name(of: circuit.privateInputs[0]) == "secret")
    }

    /// A wire in many constraints stays, or matrices would fill up.
    @Test("Matrices become at most twice as full, but for a few terms")
    func budget() throws {
        func build(_ eliminating: Bool, uses: Int) throws -> Circuit<F> {
            var builder = CircuitBuilder<F>(publicOutputCount: 1, publicInputCount: 40)
            let x = (0..<40).map { builder.publicInput($0) }
            let square = Sum(builder.derive("square", by: .product(x[0], x[0], plus: 0))[0])
            try builder.enforce(x[0], x[0], square)
            for _ in 0..<uses { try builder.enforce(square, square, square) }
            builder.bindOutput(0, to: x.reduce(square, +))
            return builder.build(eliminatingOutputs: eliminating)
        }
        for uses in [0, 1, 100, 1000, 1200] {
            func termCount(_ circuit: Circuit<F>) -> Int {
                circuit.matrices.a.termCount + circuit.matrices.b.termCount + circuit.matrices.c.termCount
            }
            let (before, after) = (try build(false, uses: uses), try build(true, uses: uses))
            #expect(termCount(after) <= termCount(before) + 1 << 17)
            #expect(after.constraintCount == before.constraintCount - (uses > 1092 ? 0 : 1))
        }
    }
}
