import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport
import Testing

/// A prover often has the proving key from somebody else, such as the owner of a model who must not see
/// the image. Such a key must not make proofs that tell the witness.
@Suite("Attacks by the maker of a proving key")
struct HostileProvingKeyTests {
    /// secret · factor = output, with both factors private.
    private let system = RankOneConstraintSystem<F>(
        publicOutputCount: 1, publicInputCount: 0, wireCount: 4,
        constraints: [
            Constraint(LinearCombination(Wire(2)), LinearCombination(Wire(3)), LinearCombination(Wire(1)))
        ])
    private let secret = 200

    private var matrices: ConstraintMatrices<F> { ConstraintMatrices(system) }
    private var witness: [F] { [1, F(secret * 77), F(secret), 77] }

    private func prove(with key: ProvingKey<BN254>) throws(ProvingError) -> Proof<BN254> {
        try Groth16.prove(Witness(witness), of: matrices, with: key)
    }

    /// With [1] added to the point of a private wire, C is wrong by the value of the wire: the pairing
    /// equation is off by e([1], δ) to that power, which is found among the powers of a pixel's 256 values.
    @Test func aChangedPointDoesNotTellAWire() throws {
        var key = try setup(system, on: BN254.self)
        key.c.replace(0, by: (key.c[0] + BN254.G1.generator).affine)
        #expect(throws: ProvingError.keyDoesNotFit) { _ = try prove(with: key) }

        var generator = SystemRandomNumberGenerator()
        let proof = try uncheckedProve(
            Witness(witness), a: matrices.a, b: matrices.b, with: key, using: &generator)
        let vk = key.verifyingKey
        let vk_x = (vk.inputPoints[0] + vk.inputPoints[1].multiplied(by: witness[1]).affine).affine
        let error = BN254.pairingProduct([
            (-proof.a, proof.b), (vk.alpha1, vk.beta2), (vk_x, vk.gamma2), (proof.c, vk.delta2),
        ])
        let found = (0..<256).first {
            BN254.pairing(BN254.G1.generator.multiplied(by: F($0)).affine, vk.delta2) == error
        }
        #expect(found == secret, "this is why")
    }

    /// A file with holes has as many points as it likes: they are read only if that is the right number.
    @Test func sizesAreComparedBeforePointsAreRead() throws {
        var key = try setup(system, on: BN254.self)
        let memory = ForeignMemory(repeating: 0xff, count: key.a.count * PointArray<BN254.G1>.pointSize)
        key.a = PointArray(unvalidated: memory.bytes, ownedBy: memory)
        let invalid = ProvingError.invalidPoint(InvalidPoint(.notCanonical, at: 0), of: .a)
        #expect(throws: invalid) { _ = try prove(with: key) }
        #expect(throws: ProvingError.sizesDiffer) {
            _ = try Groth16.prove(Witness(witness + [1]), of: matrices, with: key)
        }
        var generator = SystemRandomNumberGenerator()
        #expect(throws: ProvingError.sizesDiffer) {
            _ = try uncheckedProve(
                Witness(witness + [1]), a: matrices.a, b: matrices.b, with: key, using: &generator)
        }
    }

    /// Without δ nothing blinds a proof.
    @Test func aKeyThatDoesNotBlindMakesNoProof() throws {
        var key = try setup(system, on: BN254.self)
        key.delta1 = .infinity
        key.verifyingKey.delta2 = .infinity
        #expect(throws: ProvingError.keyDoesNotFit) { _ = try prove(with: key) }
        key = try setup(system, on: BN254.self)
        key.delta1 = .infinity
        #expect(throws: ProvingError.keyDoesNotFit) { _ = try prove(with: key) }
    }

    /// With a point of order 3 added to the point of a private wire, A has the wire modulo 3 outside the
    /// group, where nothing blinds it, and verifies all the same.
    @Test func aPointOutsideTheGroupDoesNotTellAWire() throws {
        typealias F = BLS12381.ScalarField
        let square = RankOneConstraintSystem<F>(
            publicOutputCount: 1, publicInputCount: 0, wireCount: 3,
            constraints: [
                Constraint(LinearCombination(Wire(2)), LinearCombination(Wire(2)), LinearCombination(Wire(1)))
            ])
        let values = [1, F(secret * secret), F(secret)]
        let matrices = ConstraintMatrices(square)
        let torsion = AffinePoint<BLS12381.G1>(uncheckedX: 0, y: 2)
        #expect(torsion.isOnCurve && JacobianPoint(torsion).multiplied(byWords: [3]).isInfinity)
        let honest = try setup(square, on: BLS12381.self)
        var key = honest
        key.a.replace(2, by: (key.a[2] + torsion).affine)
        #expect(throws: Never.self) { _ = try Groth16.prove(Witness(values), of: matrices, with: honest) }
        #expect(throws: ProvingError.keyDoesNotFit) {
            _ = try Groth16.prove(Witness(values), of: matrices, with: key)
        }

        var generator = SystemRandomNumberGenerator()
        let proof = try uncheckedProve(
            Witness(values), a: matrices.a, b: matrices.b, with: key, using: &generator)
        let verifier = try PreparedVerifyingKey(key.verifyingKey, allowingDevelopmentKey: true)
        #expect(verify(proof, publicInputs: [values[1]], with: verifier) == .accepted, "this is why")
        #expect(!BLS12381.G1.isInPrimeOrderSubgroup(proof.a))
    }

    @Test func theKeyOfAnotherCircuitMakesNoProof() throws {
        var other = system
        other.constraints[0].a = LinearCombination(Wire(3))
        let key = try setup(other, on: BN254.self)
        #expect(throws: ProvingError.keyDoesNotFit) { _ = try prove(with: key) }
    }
}
