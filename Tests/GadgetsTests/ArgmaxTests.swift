import ConstraintSystem
import FiniteFields
import Gadgets
import TestSupport
import Testing

@Suite struct ArgmaxTests {
    static func circuit<F: PrimeField>(
        _ windows: [ClosedRange<Int128>], field: F.Type = F.self
    ) throws -> Circuit<F> {
        try gadgetCircuit(inputs: windows.count, field: field) { builder, inputs throws(CompileError) in
            try builder.argmax(inputs, windows: windows)
        }
    }

    static func specification(_ values: [Int]) -> [Int] { [values.firstIndex(of: values.max()!)!] }

    static func tuples(_ windows: [ClosedRange<Int128>]) -> [[Int]] {
        windows.reduce([[]]) { tuples, window in
            tuples.flatMap { tuple in window.map { tuple + [Int($0)] } }
        }
    }

    @Test(arguments: [[-2...2, -2...2], [-1...1, -1...1, -1...1]] as [[ClosedRange<Int128>]])
    func overASmallField(_ windows: [ClosedRange<Int128>]) throws {
        expectGadgetLaws(
            try Self.circuit(windows, field: F97.self), inputs: Self.tuples(windows),
            specification: Self.specification)
    }

    /// Here some coefficients matter only to values that the windows exclude.
    @Test(
        arguments: [
            [0...1, 0...1, 0...1, 0...1], [0...2, -1...1, 1...3], [0...1, -3...0, 0...1],
        ] as [[ClosedRange<Int128>]])
    func narrowWindowsOverASmallField(_ windows: [ClosedRange<Int128>]) throws {
        expectUniqueAnswers(
            try Self.circuit(windows, field: F97.self), inputs: Self.tuples(windows),
            specification: Self.specification)
    }

    @Test func goldenCounts() throws {
        let cases: [([ClosedRange<Int128>], Int)] = [
            ([0...9], 0),
            // m = 3 for a difference in -7 ... 7.
            ([0...7, 0...7], 4),
            // The first value's index and value have one product each.
            ([0...7, 0...7, 0...7], 4 + 1 + 4 + 1),
            // Decided by windows: at equal bounds the lower index wins.
            ([8...9, 0...7], 0), ([0...7, 7...9], 5), ([7...9, 0...7], 0),
            // Nine comparisons, eight winners' values, four winners' indices.
            (Array(repeating: -512...511, count: 10), 9 * 11 + 8 + 4),
        ]
        for (windows, count) in cases {
            let circuit = try Self.circuit(windows, field: BN254Fields.Scalar.self)
            #expect(circuit.constraintCount == count + 1, "\(windows)")
        }
    }

    @Test func tenRandomValues() throws {
        typealias F = BN254Fields.Scalar
        let circuit = try Self.circuit(Array(repeating: -512...511, count: 10), field: F.self)
        var generator = SystemRandomNumberGenerator()
        for round in 0..<300 {
            let values = (0..<10).map { _ in
                round % 2 == 0
                    ? Int.random(in: -512...511, using: &generator) : [-512, 510, 511].randomElement()!
            }
            let witness = try circuit.witness(publicInputs: values.map { F($0) })
            #expect(circuit.satisfaction(of: witness) == .satisfied)
            #expect(witness[Wire(1)] == F(Self.specification(values)[0]), "\(values)")
        }
    }
}
