import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport
import Testing

/// What somebody could change about a proof or its statement, over any curve.
struct Tampering<Curve: PairingCurve> {
    typealias F = Curve.ScalarField

    private let proven: ProvenSystem<Curve>

    init() throws { proven = try ProvenSystem(outputs: 1, inputs: 3, constraints: 6, seed: 10) }

    private func verdict(_ proof: Proof<Curve>, _ inputs: [F]? = nil) -> Verdict {
        verify(proof, publicInputs: inputs ?? proven.publicInputs, with: proven.verifier)
    }

    /// Every byte of every coordinate, one bit flipped: refused by the type or by the equation.
    func expectEveryByteToMatter() {
        let proof = proven.proof
        for index in 0..<2 * Curve.G1.BaseField.byteCount {
            if let a = proof.a.flippingBit(ofByte: index) {
                #expect(verdict(Proof(a: a, b: proof.b, c: proof.c)) == .rejected(.equationFails))
            }
            if let c = proof.c.flippingBit(ofByte: index) {
                #expect(verdict(Proof(a: proof.a, b: proof.b, c: c)) == .rejected(.equationFails))
            }
        }
        for index in 0..<2 * Curve.G2.BaseField.byteCount {
            if let b = proof.b.flippingBit(ofByte: index) {
                #expect(verdict(Proof(a: proof.a, b: b, c: proof.c)) == .rejected(.equationFails))
            }
        }
    }

    /// Points that are on the curve, so that only the equation can tell.
    func expectOtherPointsRefused() throws {
        let proof = proven.proof
        let other = try ProvenSystem<Curve>(outputs: 1, inputs: 3, constraints: 6, seed: 11).proof
        let wrong = [
            Proof(a: -proof.a, b: proof.b, c: proof.c), Proof(a: proof.a, b: -proof.b, c: proof.c),
            Proof(a: proof.a, b: proof.b, c: -proof.c), Proof(a: proof.c, b: proof.b, c: proof.a),
            Proof(a: .infinity, b: proof.b, c: proof.c), Proof(a: proof.a, b: .infinity, c: proof.c),
            Proof(a: proof.a, b: proof.b, c: .infinity),
            Proof(a: .infinity, b: .infinity, c: .infinity),
            Proof(a: proof.a, b: Curve.G2.generator, c: proof.c),
            Proof(a: other.a, b: proof.b, c: proof.c), Proof(a: proof.a, b: other.b, c: proof.c),
            Proof(a: proof.a, b: proof.b, c: other.c), other,
        ]
        for tampered in wrong { #expect(verdict(tampered) == .rejected(.equationFails)) }
    }

    /// −A and −B together are another proof of the same statement, as is every re-randomisation.
    func expectMalleability() {
        let proof = proven.proof
        #expect(verdict(Proof(a: -proof.a, b: -proof.b, c: proof.c)) == .accepted)
        var generator = SeededGenerator(seed: 12)
        let again = proof.rerandomized(for: proven.key.verifyingKey, using: &generator)
        #expect(again.a != proof.a && again.b != proof.b && again.c != proof.c)
        #expect(verdict(again) == .accepted)
        #expect(verdict(again, proven.publicInputs.reversed()) == .rejected(.equationFails))
    }

    func expectEveryInputToMatter() {
        for index in proven.publicInputs.indices {
            for bit in stride(from: 0, to: F.modulusBitCount, by: 23) {
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

    func expectExactNumberOfInputs() {
        for inputs in [[], Array(proven.publicInputs.dropLast()), proven.publicInputs + [0]] {
            #expect(
                verdict(proven.proof, inputs)
                    == .rejected(.wrongInputCount(expected: 4, actual: inputs.count)))
        }
    }

    func expectOtherKeyToRefuse() throws {
        let other = try setup(proven.system.system, on: Curve.self)
        let verifier = try PreparedVerifyingKey(other.verifyingKey, allowingDevelopmentKey: true)
        #expect(
            verify(proven.proof, publicInputs: proven.publicInputs, with: verifier)
                == .rejected(.equationFails))
    }

    func expectUnsatisfiedConstraintsNamed() throws {
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
}

extension LinearCombination {
    fileprivate func value(_ values: [F]) -> F {
        terms.reduce(0) { $0 + $1.coefficient * values[Int($1.wire.index)] }
    }
}

extension AffinePoint {
    /// Returns the point with one bit of its encoding x ‖ y flipped, or nil if that is no point.
    fileprivate func flippingBit(ofByte index: Int) -> Self? {
        var bytes = x.littleEndianBytes + y.littleEndianBytes
        bytes[index] ^= 1 << UInt8(index % 8)
        let half = bytes.count / 2
        guard let x = Curve.BaseField(littleEndianBytes: bytes[..<half]),
            let y = Curve.BaseField(littleEndianBytes: bytes[half...])
        else { return nil }
        return Self(x: x, y: y)
    }
}
