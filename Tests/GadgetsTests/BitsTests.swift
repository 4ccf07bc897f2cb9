import ConstraintSystem
import FiniteFields
import Gadgets
import TestSupport
import Testing

@Suite struct BitsTests {
    @Test(arguments: 0...6)
    func rangeOverASmallField(_ bits: Int) throws {
        let circuit = try gadgetCircuit(inputs: 1, field: F97.self) { builder, inputs throws(CompileError) in
            let bits = try builder.rangeCheck(inputs[0] - 5, bits: bits)
            return .sum(of: bits.enumerated().map { (F97(1 << $0.offset), $0.element) })
        }
        #expect(circuit.constraintCount == max(bits, 1) + 1)
        guard bits > 0 else { return }
        // Recomposed, the bits are the value, so a check that is left out shows in the single bits only.
        let search = AssignmentSearch(circuit.system)
        for value in 0..<97 {
            let isInside = (0..<1 << bits).contains(value - 5)
            #expect(search.assignments(publicInputs: [value]).count == (isInside ? 1 : 0))
            #expect(isProvable(circuit, [F97(value)]) == isInside)
        }
    }

    @Test(arguments: 0..<4)
    func eachBit(_ bit: Int) throws {
        let circuit = try gadgetCircuit(inputs: 1, field: F97.self) { builder, inputs throws(CompileError) in
            try builder.rangeCheck(inputs[0], bits: 4)[bit]
        }
        expectGadgetLaws(circuit, inputs: (0..<97).map { [$0] }) { input in
            input[0] < 16 ? [input[0] >> bit & 1] : nil
        }
    }

    @Test func booleans() throws {
        let circuit = try gadgetCircuit(inputs: 1, field: F97.self) { builder, inputs throws(CompileError) in
            try builder.enforceBoolean(inputs[0])
            return inputs[0]
        }
        #expect(circuit.constraintCount == 2)
        let search = AssignmentSearch(circuit.system)
        for value in 0..<97 {
            #expect(search.assignments(publicInputs: [value]).count == (value < 2 ? 1 : 0))
        }
    }

    @Test func privateBitsAreBits() throws {
        var builder = CircuitBuilder<F97>(publicOutputCount: 0, publicInputCount: 0)
        #expect(builder.privateBits("bit", count: 3).count == 3)
        #expect(AssignmentSearch(builder.build().system).assignments(publicInputs: []).count == 8)
    }

    @Test func constantsAreCheckedAtOnce() throws {
        var builder = CircuitBuilder<F97>(publicOutputCount: 0, publicInputCount: 0)
        #expect(try builder.rangeCheck(11, bits: 4) == [1, 1, 0, 1])
        try builder.enforceBoolean(1)
        #expect(throws: CompileError.unsatisfiable(region: "")) { try builder.rangeCheck(16, bits: 4) }
        #expect(throws: CompileError.unsatisfiable(region: "")) { try builder.enforceBoolean(2) }
        #expect(builder.constraints.isEmpty)
    }

    /// 2^7 exceeds 97: some value would have two sets of bits.
    @Test func refusesBitsThatAreNotUnique() {
        var builder = CircuitBuilder<F97>(publicOutputCount: 0, publicInputCount: 1)
        #expect(throws: CompileError.windowTooWide(region: "")) {
            try builder.rangeCheck(builder.publicInput(0), bits: 7)
        }
    }
}
