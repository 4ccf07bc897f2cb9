import ConstraintSystem
import FiniteFields
import Gadgets
import Testing

/// Several public outputs that one constraint binds.
@Suite struct PackedOutputTests {
    typealias F = BN254Fields.Scalar

    /// Outputs x + y, x − y and 3x of two bytes, in their windows.
    private func circuit() -> Circuit<F> {
        var builder = CircuitBuilder<F>(publicOutputCount: 3, publicInputCount: 2)
        let (x, y) = (builder.publicInput(0), builder.publicInput(1))
        builder.bindOutputs(
            to: [x + y, x - y, F(3) * x], windows: [0...510, -255...255, 0...765])
        return builder.build()
    }

    @Test func honestOutputsPassForOneConstraint() throws {
        let circuit = circuit()
        #expect(circuit.constraintCount == 1)
        for (x, y) in [(0, 0), (255, 255), (0, 255), (255, 0), (17, 99)] {
            let witness = try circuit.witness(publicInputs: [F(x), F(y)])
            #expect(circuit.satisfaction(of: witness).isSatisfied)
            #expect((1...3).map { witness[Wire($0)] } == [F(x + y), F(x - y), F(3 * x)])
        }
    }

    /// What a prover can shift between outputs leaves a window: constraints alone do not see it, the verifier does.
    @Test func shiftedOutputsLeaveTheirWindows() throws {
        let circuit = circuit()
        let honest = try circuit.witness(publicInputs: [F(40), F(2)])
        // Widths 9, 9 and 10: offsets 0, 9 and 18.
        for (from, to, times) in [(0, 1, 512), (1, 2, 512), (0, 2, 1 << 18)] {
            for sign in [1, -1] {
                var values = (0..<honest.count).map { honest[Wire($0)] }
                values[1 + from] += F(sign * times)
                values[1 + to] -= F(sign)
                #expect(circuit.satisfaction(of: Witness(values)).isSatisfied)
                let windows: [ClosedRange<Int128>] = [0...510, -255...255, 0...765]
                let outside = windows.enumerated().contains { index, window in
                    !(values[1 + index].signedRepresentative.map(window.contains) ?? false)
                }
                #expect(outside)
            }
        }
        // Every single change is seen by the constraint itself.
        for output in 1...3 {
            var values = (0..<honest.count).map { honest[Wire($0)] }
            values[output] += .one
            #expect(!circuit.satisfaction(of: Witness(values)).isSatisfied)
        }
    }

    /// Windows that do not fit into one element are bound by several.
    @Test func wideWindowsTakeMoreConstraints() throws {
        var builder = CircuitBuilder<F>(publicOutputCount: 5, publicInputCount: 1)
        let x = builder.publicInput(0)
        let wide: ClosedRange<Int128> = 0...(1 << 100) - 1
        builder.bindOutputs(
            to: (0..<5).map { x + LinearCombination(constant: Int128($0)) },
            windows: Array(repeating: wide, count: 5))
        let circuit = builder.build()
        #expect(circuit.constraintCount == 3)
        let witness = try circuit.witness(publicInputs: [F(7)])
        #expect(circuit.satisfaction(of: witness).isSatisfied && witness[Wire(5)] == F(11))
    }
}
