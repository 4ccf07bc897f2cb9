import ConstraintSystem
import FiniteFields
import TestSupport
import Testing

/// The rule that cuts a field element into digits, for values that no 128-bit integer holds.
@Suite struct DigitRuleTests {
    private func circuit<F: PrimeField>(widths: [Int], dropping: Int, over field: F.Type) -> Circuit<F> {
        var builder = CircuitBuilder<F>(publicOutputCount: 0, publicInputCount: 1)
        builder.region("digits") { builder in
            _ = builder.derive(
                "digit", by: .digits(of: builder.publicInput(0), widths: widths, dropping: dropping))
        }
        return builder.build()
    }

    @Test(arguments: [0, 1, 2]) func cutsWideValues(dropping: Int) throws {
        typealias F = BN254Fields.Scalar
        let widths = [40, 126, 1, 80]
        let circuit = circuit(widths: widths, dropping: dropping, over: F.self)
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<50 {
            let digits = widths.map { width in
                Int128.random(in: 0...(1 << Int128(width) - 1), using: &generator)
            }
            var value = F.zero
            for (width, digit) in zip(widths, digits).reversed() {
                value = value * F(2).power(UInt64(width)) + F(digit)
            }
            let witness = try circuit.witness(publicInputs: [value])
            #expect(witness.count == 2 + widths.count - dropping)
            for (index, digit) in digits.dropFirst(dropping).enumerated() {
                #expect(witness[Wire(2 + index)] == F(digit))
            }
        }
    }

    @Test func refusesWhatHasMoreBits() throws {
        let circuit = circuit(widths: [2, 3], dropping: 0, over: F97.self)
        for value in 0..<97 {
            guard value < 32 else {
                let error = #expect(throws: WitnessError.self) {
                    _ = try circuit.witness(publicInputs: [F97(value)])
                }
                #expect(error?.code == .outsideBits(5) && error?.region == "digits")
                continue
            }
            let witness = try circuit.witness(publicInputs: [F97(value)])
            #expect(witness[Wire(2)] == F97(value & 3) && witness[Wire(3)] == F97(value >> 2))
        }
    }
}
