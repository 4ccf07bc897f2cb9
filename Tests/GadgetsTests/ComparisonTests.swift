import ConstraintSystem
import FiniteFields
import Gadgets
import TestSupport
import Testing

@Suite struct ComparisonTests {
    struct Case: CustomTestStringConvertible {
        let window: ClosedRange<Int128>
        let constraints: Int
        let domain: ClosedRange<Int>?

        var testDescription: String { "\(window)" }
    }

    static let cases = [
        Case(window: -15...16, constraints: 5, domain: -15...16),
        Case(window: -16...16, constraints: 6, domain: -31...32),
        Case(window: -3...17, constraints: 6, domain: -31...32),
        Case(window: 0...1, constraints: 0, domain: nil),
        Case(window: 0...2, constraints: 2, domain: -1...2),
        Case(window: -1...1, constraints: 2, domain: -1...2),
        Case(window: 1...9, constraints: 0, domain: nil),
        Case(window: -9...0, constraints: 0, domain: nil),
    ]

    @Test(arguments: cases)
    func signOverASmallField(_ test: Case) throws {
        let circuit = try gadgetCircuit(inputs: 1, field: F97.self) { builder, inputs throws(CompileError) in
            try builder.isPositive(inputs[0], window: test.window)
        }
        #expect(circuit.constraintCount == test.constraints + 1)
        let inputs = test.domain == nil ? test.window.map { Int($0) } : Array(-48...48)
        expectGadgetLaws(circuit, inputs: inputs.map { [$0] }) { input in
            if let domain = test.domain, !domain.contains(input[0]) { return nil }
            return [input[0] > 0 ? 1 : 0]
        }
    }

    @Test func maximumOverASmallField() throws {
        let cases: [(window: ClosedRange<Int128>, constraints: Int, domain: ClosedRange<Int>?)] = [
            (-7...7, 4, -7...7), (-1...8, 5, -15...15), (0...7, 0, nil), (-7...0, 0, nil),
        ]
        for (window, constraints, domain) in cases {
            let circuit = try gadgetCircuit(inputs: 2, field: F97.self) {
                builder, inputs throws(CompileError) in
                try builder.maximum(inputs[0], inputs[1], difference: window)
            }
            #expect(circuit.constraintCount == constraints + 1)
            let inputs = [-11, 0, 3].flatMap { a in (-40...40).map { [a, a + $0] } }
                .filter { domain != nil || window.contains(Int128($0[1] - $0[0])) }
            expectGadgetLaws(circuit, inputs: inputs) { input in
                if let domain, !domain.contains(input[1] - input[0]) { return nil }
                return [max(input[0], input[1])]
            }
        }
    }

    @Test func selectionOverASmallField() throws {
        let circuit = try gadgetCircuit(inputs: 3, field: F97.self) { builder, inputs throws(CompileError) in
            try builder.enforceBoolean(inputs[0])
            return builder.select(inputs[0], inputs[1], inputs[2])
        }
        #expect(circuit.constraintCount == 3)
        for (condition, right) in [(0, 7), (1, 9)] as [(Int, UInt64)] {
            let found = AssignmentSearch(circuit.system).assignments(publicInputs: [condition, 7, 9])
            #expect(found.map { $0[1] } == [right])
        }
    }

    @Test func refusesWideWindows() {
        var builder = CircuitBuilder<F97>(publicOutputCount: 0, publicInputCount: 2)
        let (a, b) = (builder.publicInput(0), builder.publicInput(1))
        #expect(throws: CompileError.windowTooWide(region: "")) {
            _ = try builder.isPositive(a, window: -25...3)
        }
        #expect(throws: CompileError.windowTooWide(region: "")) {
            _ = try builder.maximum(a, b, difference: -3...25)
        }
    }
}
