import ConstraintSystem
import FiniteFields
import TestSupport
import Testing

@Suite struct WitnessTests {
    typealias F = BN254Fields.Scalar

    /// One wire of every rule, each bound by a constraint in its own region.
    static func circuit() throws -> Circuit<F> {
        var builder = CircuitBuilder<F>(publicOutputCount: 1, publicInputCount: 2)
        let (x, y) = (builder.publicInput(0), builder.publicInput(1))
        let secrets = builder.privateInputs("secret", count: 2)
        func boolean(_ wires: [Wire], _ builder: inout CircuitBuilder<F>) throws(CompileError) {
            for bit in wires.map({ LinearCombination<F>($0) }) { try builder.enforce(bit, bit - 1, 0) }
        }
        try builder.region("secrets") { builder throws(CompileError) in
            try builder.enforce(secrets[0], secrets[1], x)
        }
        let product = try builder.region("product") { builder throws(CompileError) in
            let product = LinearCombination<F>(builder.derive("xy", by: .product(x, y - 1, plus: 0))[0])
            try builder.enforce(x, y - 1, product)
            return product
        }
        try builder.region("bits") { builder throws(CompileError) in
            let bits = builder.derive("bit", by: .bits(of: product + 8, width: 6, dropping: 1))
            try boolean(bits, &builder)
        }
        try builder.region("magnitude") { builder throws(CompileError) in
            let bits = builder.derive("bit", by: .roundedMagnitude(of: product, shift: 2, width: 4))
            try boolean(bits, &builder)
        }
        builder.bindOutput(0, to: product + secrets[0])
        return builder.build()
    }

    @Test func everyRule() throws {
        let circuit = try Self.circuit()
        let witness = try circuit.witness(publicInputs: [6, 0], privateInputs: [2, 3])
        #expect(circuit.satisfaction(of: witness) == .satisfied)
        #expect(circuit.system.isSatisfied(by: witness) == true)
        let values = witness.withUnsafeBufferPointer { Array($0) }
        #expect(values[..<7] == [1, -4, 6, 0, 2, 3, -6])
        // -6 + 8 = 2 = 000010, without its lowest bit.
        #expect(values[7..<12] == [1, 0, 0, 0, 0])
        // -6 = -2 · 4 + 2.
        #expect(values[12...] == [0, 1, 0, 1, 0, 0])
    }

    @Test func namesThePlaceButNotTheValue() throws {
        let circuit = try Self.circuit()
        let cases: [(F, F, String, String)] = [
            (9, 0, "bits: value outside 6 bits", "bits/bit[0]"),
            (57, 2, "bits: value outside 6 bits", "bits/bit[0]"),
        ]
        for (x, y, description, wire) in cases {
            do {
                _ = try circuit.witness(publicInputs: [x, y], privateInputs: [1, x])
                Issue.record("a witness for a value outside")
            } catch {
                #expect(error.description == description && error.wire == wire)
            }
        }
    }

    @Test func wrongNumbersOfInputs() throws {
        let circuit = try Self.circuit()
        do {
            _ = try circuit.witness(publicInputs: [1], privateInputs: [1, 1])
            Issue.record("accepts one public input")
        } catch { #expect(error.code == .publicInputCount(expected: 2, given: 1)) }
        do {
            _ = try circuit.witness(publicInputs: [1, 1], privateInputs: [])
            Issue.record("accepts no private inputs")
        } catch { #expect(error.code == .privateInputCount(expected: 2, given: 0)) }
    }

    @Test func unsatisfiedInputsNameTheRegion() throws {
        let circuit = try Self.circuit()
        let witness = try circuit.witness(publicInputs: [6, 0], privateInputs: [2, 4])
        #expect(circuit.satisfaction(of: witness) == .violated([.init(constraint: 0, region: "secrets")]))
        #expect(circuit.system.isSatisfied(by: witness) == false)
    }

    @Test func otherShapes() throws {
        let circuit = try Self.circuit()
        let honest = try circuit.witness(publicInputs: [6, 0], privateInputs: [2, 3])
        let values = honest.withUnsafeBufferPointer { Array($0) }
        let longer = Witness<F>(values + [0])
        #expect(circuit.satisfaction(of: longer) == .wrongWireCount(expected: 18, given: 19))
        #expect(circuit.system.isSatisfied(by: longer) == false)
        let scaled = Witness<F>([0] + values[1...])
        #expect(circuit.satisfaction(of: scaled) == .wrongConstant)
        #expect(circuit.system.isSatisfied(by: scaled) == false)
    }

    @Test func violationsAreLimited() throws {
        let circuit = try Self.circuit()
        let zeros = Witness<F>([1] + [F](repeating: 7, count: 17))
        guard case .violated(let violations) = circuit.satisfaction(of: zeros, limit: 3) else {
            Issue.record("satisfied")
            return
        }
        #expect(violations.map(\.constraint) == [0, 1, 2])
    }
}
