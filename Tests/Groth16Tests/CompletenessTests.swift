import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport
import Testing

@Suite struct CompletenessTests {
    /// Sizes on both sides of every power of two, with and without public wires.
    @Test(
        arguments: [
            (0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 0, 2), (1, 0, 1), (1, 0, 2), (0, 3, 1), (1, 2, 4),
            (2, 3, 11),
            (0, 0, 15), (0, 0, 16), (1, 1, 30), (3, 5, 60), (0, 12, 4),
        ])
    func honestProofsAreAccepted(outputs: Int, inputs: Int, constraints: Int) throws {
        try expectAcceptance(BN254.self, outputs: outputs, inputs: inputs, constraints: constraints)
        try expectAcceptance(BLS12381.self, outputs: outputs, inputs: inputs, constraints: constraints)
    }

    private func expectAcceptance<Curve: PairingCurve>(
        _ curve: Curve.Type, outputs: Int, inputs: Int, constraints: Int
    ) throws {
        let proven = try ProvenSystem<Curve>(
            outputs: outputs, inputs: inputs, constraints: constraints,
            seed: UInt64(outputs * 10_000 + inputs * 100 + constraints))
        #expect(
            verify(proven.proof, publicInputs: proven.publicInputs, with: proven.verifier) == .accepted)
        #expect(proven.key.constraintCount == constraints)
        #expect(proven.key.publicCount == outputs + inputs)
    }

    @Test func twoProofsOfOneWitnessDiffer() throws {
        let proven = try ProvenSystem<BN254>(seed: 1)
        let witness = Witness(proven.system.values)
        let matrices = proven.system.matrices
        let first = try prove(witness, of: matrices, with: proven.key)
        let second = try prove(witness, of: matrices, with: proven.key)
        #expect(first.a != second.a && first.b != second.b && first.c != second.c)
        for proof in [first, second] {
            #expect(verify(proof, publicInputs: proven.publicInputs, with: proven.verifier) == .accepted)
        }
    }

    @Test func twoKeysOfOneSystemDiffer() throws {
        var generator = SeededGenerator(seed: 2)
        let system = RandomSystem<F>(outputs: 1, inputs: 1, constraints: 3, using: &generator)
        let (first, second) = (
            try setup(system.system, on: BN254.self), try setup(system.system, on: BN254.self)
        )
        #expect(first.verifyingKey.alpha1 != second.verifyingKey.alpha1)
        #expect(first.verifyingKey.beta2 != second.verifyingKey.beta2)
        #expect(first.verifyingKey.delta2 != second.verifyingKey.delta2)
        #expect(first.verifyingKey.gamma2 == BN254.G2.generator)
    }

    @Test func aProofFromTwoMatricesIsAccepted() throws {
        let proven = try ProvenSystem<BN254>(outputs: 2, inputs: 1, constraints: 9, seed: 3)
        var generator = SystemRandomNumberGenerator()
        let matrices = proven.system.matrices
        let proof = try uncheckedProve(
            Witness(proven.system.values), a: matrices.a, b: matrices.b, with: proven.key, using: &generator)
        #expect(verify(proof, publicInputs: proven.publicInputs, with: proven.verifier) == .accepted)
    }

    @Test func setupReportsProgressToTheEnd() throws {
        var generator = SeededGenerator(seed: 4)
        let system = RandomSystem<F>(outputs: 1, inputs: 1, constraints: 3, using: &generator)
        var reports: [Double] = []
        _ = try setup(system.system, on: BN254.self) { reports.append($0) }
        #expect(reports == reports.sorted() && reports.last == 1 && reports.allSatisfy { $0 > 0 })
    }
}
