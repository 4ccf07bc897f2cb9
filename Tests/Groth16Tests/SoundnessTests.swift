import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport
import Testing

@Suite struct SoundnessTests {
    private let proven: ProvenSystem

    init() throws { proven = try ProvenSystem(outputs: 1, inputs: 3, constraints: 6, seed: 10) }

    private func verdict(_ proof: Proof<BN254>, _ inputs: [F]? = nil) -> Verdict {
        verify(proof, publicInputs: inputs ?? proven.publicInputs, with: proven.verifier)
    }

    /// Every byte of every coordinate, one bit flipped: refused by the type or by the equation.
    @Test func everyByteOfTheProofMatters() {
        let proof = proven.proof
        for index in 0..<64 {
            if let a = proof.a.flippingBit(ofByte: index) {
                #expect(verdict(Proof(a: a, b: proof.b, c: proof.c)) == .rejected(.equationFails))
            }
            if let c = proof.c.flippingBit(ofByte: index) {
                #expect(verdict(Proof(a: proof.a, b: proof.b, c: c)) == .rejected(.equationFails))
            }
        }
        for index in 0..<128 {
            if let b = proof.b.flippingBit(ofByte: index) {
                #expect(verdict(Proof(a: proof.a, b: b, c: proof.c)) == .rejected(.equationFails))
            }
        }
    }

    /// Points that are on the curve, so that only the equation can tell.
    @Test func otherPointsOfTheGroupsAreRefused() throws {
        let proof = proven.proof
        let other = try ProvenSystem(outputs: 1, inputs: 3, constraints: 6, seed: 11).proof
        let wrong = [
            Proof(a: -proof.a, b: proof.b, c: proof.c), Proof(a: proof.a, b: -proof.b, c: proof.c),
            Proof(a: proof.a, b: proof.b, c: -proof.c), Proof(a: proof.c, b: proof.b, c: proof.a),
            Proof(a: .infinity, b: proof.b, c: proof.c), Proof(a: proof.a, b: .infinity, c: proof.c),
            Proof(a: proof.a, b: proof.b, c: .infinity),
            Proof(a: .infinity, b: .infinity, c: .infinity),
            Proof(a: proof.a, b: BN254.G2.generator, c: proof.c),
            Proof(a: other.a, b: proof.b, c: proof.c), Proof(a: proof.a, b: other.b, c: proof.c),
            Proof(a: proof.a, b: proof.b, c: other.c), other,
        ]
        for tampered in wrong { #expect(verdict(tampered) == .rejected(.equationFails)) }
    }

    /// −A and −B together are another proof of the same statement, as is every re-randomisation.
    @Test func proofsAreMalleable() {
        let proof = proven.proof
        #expect(verdict(Proof(a: -proof.a, b: -proof.b, c: proof.c)) == .accepted)
        var generator = SeededGenerator(seed: 12)
        let again = proof.rerandomized(for: proven.key.verifyingKey, using: &generator)
        #expect(again.a != proof.a && again.b != proof.b && again.c != proof.c)
        #expect(verdict(again) == .accepted)
        #expect(verdict(again, proven.publicInputs.reversed()) == .rejected(.equationFails))
    }

    @Test func everyPublicInputMatters() {
        for index in proven.publicInputs.indices {
            for bit in stride(from: 0, to: 254, by: 23) {
                var inputs = proven.publicInputs
                inputs[index] += F(2).power(UInt64(bit))
                #expect(verdict(proven.proof, inputs) == .rejected(.equationFails))
            }
            var inputs = proven.publicInputs
            inputs[index] = 0
            #expect(verdict(proven.proof, inputs) == .rejected(.equationFails))
        }
        var swapped = proven.publicInputs
        swapped.swapAt(1, 2)
        #expect(verdict(proven.proof, swapped) == .rejected(.equationFails))
    }

    @Test func theNumberOfInputsIsExact() {
        for inputs in [[], Array(proven.publicInputs.dropLast()), proven.publicInputs + [0]] {
            #expect(
                verdict(proven.proof, inputs)
                    == .rejected(.wrongInputCount(expected: 4, actual: inputs.count)))
        }
    }

    @Test func anotherKeyOfTheSameSystemRefuses() throws {
        let other = try setup(proven.system.system, on: BN254.self)
        let verifier = try PreparedVerifyingKey(other.verifyingKey, allowingDevelopmentKey: true)
        #expect(
            verify(proven.proof, publicInputs: proven.publicInputs, with: verifier)
                == .rejected(.equationFails))
    }

    @Test func unsatisfiedConstraintsAreNamed() throws {
        let matrices = proven.system.matrices
        var generator = SystemRandomNumberGenerator()
        for wire in 1..<proven.system.values.count {
            var values = proven.system.values
            values[wire] += 1
            let system = proven.system.system
            let first = system.constraints.firstIndex { constraint in
                constraint.a.value(values) * constraint.b.value(values) != constraint.c.value(values)
            }
            guard let first else { continue }
            #expect(throws: ProvingError.unsatisfied(constraint: first)) {
                _ = try prove(Witness(values), of: matrices, with: proven.key)
            }
            // The unchecked prover makes something, but no proof.
            let proof = try uncheckedProve(
                Witness(values), a: matrices.a, b: matrices.b, with: proven.key, using: &generator)
            let inputs = Array(values[1...system.publicCount])
            #expect(verdict(proof, inputs) == .rejected(.equationFails))
        }
    }

    @Test func sizesMustFit() throws {
        let values = proven.system.values
        let other = try ProvenSystem(outputs: 1, inputs: 3, constraints: 7, seed: 13)
        let matrices = proven.system.matrices
        #expect(throws: ProvingError.sizesDiffer) {
            _ = try prove(Witness(values.dropLast()), of: matrices, with: proven.key)
        }
        #expect(throws: ProvingError.sizesDiffer) {
            _ = try prove(Witness(values), of: other.system.matrices, with: proven.key)
        }
        #expect(throws: ProvingError.sizesDiffer) {
            _ = try prove(Witness(values), of: matrices, with: other.key)
        }
        #expect(throws: ProvingError.constantIsNotOne) {
            _ = try prove(Witness([2] + values.dropFirst()), of: matrices, with: proven.key)
        }
    }

    @Test func setupRefusesWiresThatDoNotExist() {
        let system = RankOneConstraintSystem<F>(
            publicOutputCount: 0, publicInputCount: 1, wireCount: 2,
            constraints: [Constraint(LinearCombination(Wire(2)), LinearCombination(), LinearCombination())])
        #expect(throws: SetupError.wireOutOfRange) { _ = try setup(system, on: BN254.self) }
        let tooFew = RankOneConstraintSystem<F>(
            publicOutputCount: 1, publicInputCount: 1, wireCount: 2, constraints: [])
        #expect(throws: SetupError.wireOutOfRange) { _ = try setup(tooFew, on: BN254.self) }
    }
}

extension AffinePoint {
    /// Returns the point with one bit of its encoding x ‖ y flipped, or nil if that is no point.
    func flippingBit(ofByte index: Int) -> Self? {
        var bytes = x.littleEndianBytes + y.littleEndianBytes
        bytes[index] ^= 1 << UInt8(index % 8)
        let half = bytes.count / 2
        guard let x = Curve.BaseField(littleEndianBytes: bytes[..<half]),
            let y = Curve.BaseField(littleEndianBytes: bytes[half...])
        else { return nil }
        return Self(x: x, y: y)
    }
}

extension LinearCombination<F> {
    func value(_ values: [F]) -> F {
        terms.reduce(0) { $0 + $1.coefficient * values[Int($1.wire.index)] }
    }
}
