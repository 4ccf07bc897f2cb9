import ConstraintSystem
import FiniteFields
import Gadgets
import TestSupport
import Testing

@Suite struct ProductTests {
    @Test func productOverASmallField() throws {
        let circuit = try gadgetCircuit(inputs: 2, field: F97.self) { builder, inputs in
            builder.product(inputs[0] + 1, inputs[1])
        }
        #expect(circuit.constraintCount == 2)
        let inputs = stride(from: 0, to: 97, by: 5).flatMap { a in
            stride(from: 0, to: 97, by: 4).map { [a, $0] }
        }
        expectGadgetLaws(circuit, inputs: inputs) { [($0[0] + 1) * $0[1]] }
    }

    @Test func innerProductOverASmallField() throws {
        let circuit = try gadgetCircuit(inputs: 3, field: F97.self) { builder, inputs in
            let (x, y, z) = (inputs[0], inputs[1], inputs[2])
            let sum = builder.innerProduct([(x, y), (z, 3), (y + 1, z), (2, x)], plus: z - 5)
            #expect(sum.terms.count == 1, "a single wire")
            return sum
        }
        #expect(circuit.constraintCount == 3)
        let inputs = stride(from: 0, to: 97, by: 9).flatMap { a in
            stride(from: 0, to: 97, by: 8).map { [a, $0, (a * $0 + 3) % 97] }
        }
        expectGadgetLaws(circuit, inputs: inputs) {
            [$0[0] * $0[1] + ($0[1] + 1) * $0[2] + 4 * $0[2] + 2 * $0[0] - 5]
        }
    }

    @Test func squareOverASmallField() throws {
        let circuit = try gadgetCircuit(inputs: 1, field: F97.self) { builder, inputs in
            builder.square(inputs[0] - 3)
        }
        #expect(circuit.constraintCount == 2)
        expectGadgetLaws(circuit, inputs: (0..<97).map { [$0] }) { [($0[0] - 3) * ($0[0] - 3)] }
    }

    @Test func wiresForSums() throws {
        let circuit = try gadgetCircuit(inputs: 2, field: F97.self) { builder, inputs in
            builder.wire(equalTo: inputs[0] + 2 * inputs[1])
        }
        #expect(circuit.constraintCount == 2)
        let inputs = stride(from: 0, to: 97, by: 5).flatMap { a in
            stride(from: 0, to: 97, by: 4).map { [a, $0] }
        }
        expectGadgetLaws(circuit, inputs: inputs) { [$0[0] + 2 * $0[1]] }
    }

    @Test func productsWithConstantsAreLinear() {
        var builder = CircuitBuilder<F97>(publicOutputCount: 0, publicInputCount: 1)
        let x = builder.publicInput(0)
        #expect(builder.product(3, x) == 3 * x)
        #expect(builder.product(x, 3) == 3 * x)
        #expect(builder.square(5) == 25)
        #expect(builder.innerProduct([(3, x), (x, 2), (4, 5)], plus: x - 1) == 6 * x + 19)
        #expect(builder.wire(equalTo: x) == x)
        #expect(builder.constraints.isEmpty)
    }
}
