import EllipticCurves
import FiniteFields
import Groth16
import TestSupport
import Testing

@Suite("Hidden wires") struct HiddenWiresTests {
    @Test func everyWireHasOneRole() throws {
        let wires = try HiddenWires(
            instanceCount: 9, outputCount: 1, accumulators: [3, 8], committed: [2, 9], inputs: [4], mask: 6)
        #expect(
            wires.roles == [
                .constant, .known, .committed, .accumulator, .input, .known, .mask, .known, .accumulator,
                .committed,
            ])
        #expect(wires.known == [1, 5, 7] && wires.needsModel)
        #expect(!(try HiddenWires(instanceCount: 2, outputCount: 1, mask: 2)).needsModel)
    }

    @Test func wrongLayoutsAreRefused() {
        func expect(
            _ code: RegistrationError.Code, _ wire: Int, accumulators: [Int] = [], committed: [Int] = [],
            inputs: [Int] = [], mask: Int = 8, sourceLocation: SourceLocation = #_sourceLocation
        ) {
            #expect(throws: RegistrationError(code, "wires[\(wire)]"), sourceLocation: sourceLocation) {
                _ = try HiddenWires(
                    instanceCount: 8, outputCount: 2, accumulators: accumulators, committed: committed,
                    inputs: inputs, mask: mask)
            }
        }
        expect(.hiddenConstant, 0, accumulators: [0, 3])
        expect(.hiddenConstant, 0, mask: 0)
        expect(.hiddenOutput, 2, accumulators: [2, 3])
        expect(.hiddenOutput, 1, committed: [1])
        expect(.hiddenOutput, 1, inputs: [1])
        expect(.hiddenOutput, 2, mask: 2)
        expect(.overlappingWires, 4, accumulators: [3, 4], committed: [4])
        expect(.overlappingWires, 3, accumulators: [3], inputs: [3])
        expect(.overlappingWires, 5, committed: [5], mask: 5)
        expect(.overlappingWires, 3, accumulators: [3, 3])
        expect(.wiresOutOfOrder, 3, accumulators: [4, 3])
        expect(.wireOutOfRange, 9, committed: [9])
        expect(.wireOutOfRange, -1, accumulators: [-1])
        expect(.wireOutOfRange, 9, mask: 9)
        for (instance, outputs) in [(1, 2), (1, -1), (-1, 0)] {
            #expect(throws: RegistrationError(.sizesDiffer, "outputs")) {
                _ = try HiddenWires(instanceCount: instance, outputCount: outputs, mask: 1)
            }
        }
    }

    @Test func numbersMustFitTheKey() throws {
        let small = try SmallCommittedCircuit<BN254>()
        let (key, wires, hash) = (small.circuit.key, small.circuit.wires, small.circuit.circuitHash)
        let longer = try HiddenWires(instanceCount: 9, outputCount: 2, mask: 8)
        #expect(throws: RegistrationError(.sizesDiffer, "wires")) {
            _ = try CommittedCircuit(
                key: key, wires: longer, circuitHash: hash, inputRanges: PublicInputRanges())
        }
        #expect(throws: RegistrationError(.sizesDiffer, "knownRanges")) {
            _ = try CommittedCircuit(
                key: key, wires: wires, circuitHash: hash,
                knownRanges: PublicInputRanges([.init(count: 8, range: 0...1)]),
                inputRanges: PublicInputRanges())
        }
    }

    /// A point of the mask that hides nothing: the registrant looks before she publishes.
    @Test func keysThatWouldNotHideAreRefused() throws {
        let small = try SmallCommittedCircuit<BN254>()
        var key = small.circuit.key
        key.inputPoints[SmallWires.mask] = .infinity
        let circuit = try CommittedCircuit(
            key: key, wires: small.circuit.wires, circuitHash: small.circuit.circuitHash,
            inputRanges: small.circuit.inputRanges)
        #expect(throws: RegistrationError(.key(.infinity), "key.inputPoints[8]")) {
            _ = try register(small.opening(), for: circuit, label: "Alice")
        }
        let registration = try register(small.opening(), for: small.circuit, label: "Alice")
        #expect(throws: RegistrationError(.key(.infinity), "key.inputPoints[8]")) {
            try registration.check(against: circuit)
        }
        #expect(throws: RegistrationError(.sizesDiffer, "opening")) {
            var generator = SeededGenerator(seed: 1)
            let opening = ModelOpening<F>(
                columns: [[], []], biases: [0, 0], committed: [0, 0], using: &generator)
            _ = try register(opening, for: small.circuit, label: "Alice")
        }
        #expect(throws: RegistrationError(.labelTooLong, "label")) {
            _ = try register(small.opening(), for: small.circuit, label: String(repeating: "a", count: 65))
        }
    }
}
