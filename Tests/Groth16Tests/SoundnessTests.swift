import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport
import Testing

@Suite struct SoundnessTests {
    private let bn254: Tampering<BN254>
    private let bls12381: Tampering<BLS12381>

    init() throws {
        bn254 = try Tampering()
        bls12381 = try Tampering()
    }

    @Test func everyByteOfTheProofMatters() {
        bn254.expectEveryByteToMatter()
        bls12381.expectEveryByteToMatter()
    }

    @Test func otherPointsOfTheGroupsAreRefused() throws {
        try bn254.expectOtherPointsRefused()
        try bls12381.expectOtherPointsRefused()
    }

    @Test func proofsAreMalleable() {
        bn254.expectMalleability()
        bls12381.expectMalleability()
    }

    @Test func everyPublicInputMatters() {
        bn254.expectEveryInputToMatter()
        bls12381.expectEveryInputToMatter()
    }

    @Test func theNumberOfInputsIsExact() {
        bn254.expectExactNumberOfInputs()
        bls12381.expectExactNumberOfInputs()
    }

    @Test func anotherKeyOfTheSameSystemRefuses() throws {
        try bn254.expectOtherKeyToRefuse()
        try bls12381.expectOtherKeyToRefuse()
    }

    @Test func unsatisfiedConstraintsAreNamed() throws {
        try bn254.expectUnsatisfiedConstraintsNamed()
        try bls12381.expectUnsatisfiedConstraintsNamed()
    }

    @Test func sizesMustFit() throws {
        let proven = try ProvenSystem<BN254>(outputs: 1, inputs: 3, constraints: 6, seed: 12)
        let values = proven.system.values
        let other = try ProvenSystem<BN254>(outputs: 1, inputs: 3, constraints: 7, seed: 13)
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
