import ConstraintSystem
import FiniteFields
import Gadgets
import TestSupport
import Testing

@Suite struct TamperingTests {
    typealias F = BN254Fields.Scalar

    /// A small network: three sums, rectified, then the larger of two products and the largest index.
    static func circuit() throws -> Circuit<F> {
        var builder = CircuitBuilder<F>(publicOutputCount: 2, publicInputCount: 2)
        let (x, y) = (builder.publicInput(0), builder.publicInput(1))
        var hidden: [LinearCombination<F>] = []
        for (index, sum) in [3 * x - 2 * y + 2, y - 4 * x, 5 * x - 5 * y].enumerated() {
            hidden.append(
                try builder.region("relu[\(index)]") { builder throws(CompileError) in
                    try builder.rectify(sum, window: -2000...2000, shift: 2)
                })
        }
        let squares = builder.region("squares") { builder in
            [builder.square(hidden[0]), builder.product(hidden[1], hidden[2] + 1)]
        }
        let larger = try builder.region("larger") { builder throws(CompileError) in
            try builder.maximum(squares[0], squares[1], difference: -250_000...260_000)
        }
        let index = try builder.region("class") { builder throws(CompileError) in
            try builder.argmax(hidden, windows: Array(repeating: 0...500, count: 3))
        }
        builder.bindOutput(0, to: larger)
        builder.bindOutput(1, to: index)
        return builder.build()
    }

    static func inputs(_ x: Int, _ y: Int) -> [F] { [F(x), F(y)] }

    /// Every wire, changed in several ways, breaks a constraint; a private one breaks one of its region.
    @Test func everyWireIsBound() throws {
        let circuit = try Self.circuit()
        for (x, y) in [(200, 13), (0, 0), (17, 255), (255, 255)] {
            let honest = try circuit.witness(publicInputs: Self.inputs(x, y))
            #expect(circuit.satisfaction(of: honest) == .satisfied)
            let values = honest.withUnsafeBufferPointer { Array($0) }
            for wire in 1 + circuit.system.publicOutputCount..<values.count {
                for delta in [F.one, -.one, F(1 << 50), F(2).inverse()!] {
                    var tampered = Witness<F>(values)
                    tampered[Wire(wire)] += delta
                    #expect(circuit.system.isSatisfied(by: tampered) == false)
                    guard case .violated(let violations) = circuit.satisfaction(of: tampered, limit: 1000)
                    else {
                        Issue.record("\(circuit.name(of: Wire(wire))) is free")
                        continue
                    }
                    let region = circuit.region(of: Wire(wire))
                    if !region.isEmpty { #expect(violations.contains { $0.region == region }) }
                }
            }
        }
    }

    @Test func everyOutputIsBound() throws {
        let circuit = try Self.circuit()
        var witness = try circuit.witness(publicInputs: Self.inputs(100, 50))
        for output in 1...2 {
            let value = witness[Wire(output)]
            witness[Wire(output)] = value + 1
            let violation = Satisfaction.Violation(
                constraint: circuit.constraintCount - 3 + output, region: "")
            #expect(circuit.satisfaction(of: witness) == .violated([violation]))
            witness[Wire(output)] = value
        }
        #expect(circuit.satisfaction(of: witness) == .satisfied)
    }

    @Test func circuitsDoNotDependOnWitnesses() throws {
        let (one, other) = (try Self.circuit(), try Self.circuit())
        _ = try one.witness(publicInputs: Self.inputs(1, 2))
        _ = try other.witness(publicInputs: Self.inputs(200, 100))
        #expect(one == other && one.hashValue == other.hashValue)
    }

    @Test func failuresNameTheRegion() throws {
        let circuit = try Self.circuit()
        do {
            _ = try circuit.witness(publicInputs: Self.inputs(3000, 0))
            Issue.record("a witness outside of the window")
        } catch {
            #expect(error.description == "relu[0]: value outside 9 bits")
            #expect(error.wire == "relu[0]/bit[0]")
        }
    }
}
