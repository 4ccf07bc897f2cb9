import ConstraintSystem
import FiniteFields
import Gadgets
import TestSupport
import Testing

@Suite struct RectifyTests {
    struct Case: CustomTestStringConvertible {
        let window: ClosedRange<Int>
        let shift: Int
        /// The golden number of constraints.
        let constraints: Int
        /// All z for which the constraints have a solution; nil where nothing is constrained.
        let domain: ClosedRange<Int>?

        var testDescription: String { "\(window) >> \(shift)" }
    }

    static let cases = [
        Case(window: -20...20, shift: 2, constraints: 6, domain: -28...31),
        Case(window: -20...3, shift: 0, constraints: 6, domain: -31...31),
        Case(window: -1...1, shift: 0, constraints: 2, domain: -1...1),
        Case(window: -7...8, shift: 3, constraints: 5, domain: -8...15),
        Case(window: -9...8, shift: 3, constraints: 6, domain: -24...31),
        Case(window: -2...16, shift: 4, constraints: 6, domain: -16...31),
        Case(window: 0...20, shift: 2, constraints: 5, domain: 0...31),
        Case(window: 3...8, shift: 3, constraints: 4, domain: 0...15),
        Case(window: 0...20, shift: 0, constraints: 0, domain: nil),
        Case(window: -20...0, shift: 0, constraints: 0, domain: nil),
        Case(window: -20...3, shift: 2, constraints: 0, domain: nil),
        Case(window: 0...7, shift: 3, constraints: 0, domain: nil),
    ]

    static func circuit<F: PrimeField>(_ test: Case, _ field: F.Type) throws -> Circuit<F> {
        let window = Int128(test.window.lowerBound)...Int128(test.window.upperBound)
        return try gadgetCircuit(inputs: 1, field: field) { builder, inputs throws(CompileError) in
            try builder.rectify(inputs[0], window: window, shift: test.shift)
        }
    }

    @Test(arguments: cases)
    func everyAssignmentOverASmallField(_ test: Case) throws {
        let circuit = try Self.circuit(test, F97.self)
        let inputs = test.domain == nil ? Array(test.window) : Array(-48...48)
        expectGadgetLaws(circuit, inputs: inputs.map { [$0] }) { input in
            if let domain = test.domain, !domain.contains(input[0]) { return nil }
            return [max(0, input[0]) >> test.shift]
        }
    }

    @Test(arguments: [
        Case(window: -64...64, shift: 0, constraints: 8, domain: -127...127),
        Case(window: -60...60, shift: 2, constraints: 7, domain: -60...63),
        Case(window: -64...50, shift: 4, constraints: 8, domain: -112...127),
        Case(window: 1...64, shift: 1, constraints: 7, domain: 0...127),
    ])
    func everyAssignmentOverALargerField(_ test: Case) throws {
        let circuit = try Self.circuit(test, F257.self)
        #expect(circuit.constraintCount == test.constraints + 1)
        expectGadgetLaws(circuit, inputs: (-128...128).map { [$0] }) { input in
            test.domain!.contains(input[0]) ? [max(0, input[0]) >> test.shift] : nil
        }
    }

    @Test(arguments: cases)
    func costsWhatTheTableSays(_ test: Case) throws {
        let window = Int128(test.window.lowerBound)...Int128(test.window.upperBound)
        let predicted = Rectification(window: window, shift: test.shift)
        #expect(predicted.constraintCount(shift: test.shift) == test.constraints)
        for count in [
            try Self.circuit(test, F97.self).constraintCount,
            try Self.circuit(test, BN254Fields.Scalar.self).constraintCount,
        ] {
            #expect(count == test.constraints + 1, "one more binds the output")
        }
    }

    @Test func constantsCostNothing() throws {
        for value in [-9, 0, 9] {
            let circuit = try gadgetCircuit(inputs: 0, field: F97.self) { builder, _ throws(CompileError) in
                try builder.rectify(
                    LinearCombination(constant: Int128(value)), window: -9...9, shift: 1)
            }
            #expect(circuit.constraintCount == 1)
            #expect(try circuit.witness(publicInputs: [])[Wire(1)] == F97(max(0, value) >> 1))
        }
    }

    /// The ends of windows that fill 126 bits of BN254, and the neighbours of 0 and 2^s.
    @Test func atTheEdgesOfWideWindows() throws {
        typealias F = BN254Fields.Scalar
        for (bits, shift) in [(16, 5), (40, 0), (60, 12), (100, 20), (123, 60)] {
            let low = -(Int128(1) << Int128(bits)) + (Int128(1) << Int128(shift))
            let high = (Int128(1) << Int128(bits)) - 1
            let circuit = try gadgetCircuit(inputs: 1, field: F.self) {
                builder, inputs throws(CompileError) in
                try builder.rectify(inputs[0], window: low...high, shift: shift)
            }
            let step = Int128(1) << Int128(shift)
            for z in [low, low + 1, -step - 1, -step, -1, 0, 1, step - 1, step, step + 1, high - 1, high] {
                let witness = try circuit.witness(publicInputs: [F(z)])
                #expect(circuit.satisfaction(of: witness) == .satisfied)
                #expect(witness[Wire(1)] == F(max(0, z) >> Int128(shift)))
            }
            for z in [low - 1, high + 1] {
                #expect(throws: WitnessError.self) { _ = try circuit.witness(publicInputs: [F(z)]) }
            }
        }
    }

    @Test func refusesWhatTheFieldCannotHold() {
        let wide: [(ClosedRange<Int128>, Int)] = [
            (-25...1, 0), (-1...25, 0), (-24...24, 4), (-1...(1 << 126), 0), (-1...1, 90),
        ]
        for (window, shift) in wide {
            #expect(throws: CompileError.windowTooWide(region: "gadget")) {
                _ = try gadgetCircuit(inputs: 1, field: F97.self) { builder, inputs throws(CompileError) in
                    try builder.rectify(inputs[0], window: window, shift: shift)
                }
            }
        }
    }
}
