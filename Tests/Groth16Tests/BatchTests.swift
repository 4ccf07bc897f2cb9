import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport
import Testing

@Suite struct BatchTests {
    private let proven: ProvenSystem<BN254>
    private let claims: [Claim<BN254>]

    init() throws {
        let proven = try ProvenSystem<BN254>(outputs: 1, inputs: 2, constraints: 5, seed: 30)
        var generator = SeededGenerator(seed: 31)
        self.proven = proven
        claims = (0..<4).map { _ in
            Claim(
                proven.proof.rerandomized(for: proven.key.verifyingKey, using: &generator),
                publicInputs: proven.publicInputs)
        }
    }

    @Test func trueClaimsAreAccepted() {
        for count in 0...claims.count {
            #expect(verifyBatch(Array(claims.prefix(count)), with: proven.verifier) == .accepted)
        }
    }

    @Test func oneBadProofSpoilsTheBatch() {
        for index in claims.indices {
            var claims = claims
            claims[index].proof.c = BN254.G1.generator
            #expect(verifyBatch(claims, with: proven.verifier) == .rejected(.equationFails))
            claims = self.claims
            claims[index].publicInputs[1] += 1
            #expect(verifyBatch(claims, with: proven.verifier) == .rejected(.equationFails))
            claims[index].publicInputs.removeLast()
            #expect(
                verifyBatch(claims, with: proven.verifier)
                    == .rejected(.wrongInputCount(expected: 3, actual: 2)))
        }
    }

    @Test func batchesOverBLS12381() throws {
        let proven = try ProvenSystem<BLS12381>(outputs: 1, inputs: 2, constraints: 5, seed: 32)
        var generator = SeededGenerator(seed: 33)
        var claims = (0..<3).map { _ in
            Claim(
                proven.proof.rerandomized(for: proven.key.verifyingKey, using: &generator),
                publicInputs: proven.publicInputs)
        }
        #expect(verifyBatch(claims, with: proven.verifier) == .accepted)
        claims[1].proof.a = -claims[1].proof.a
        #expect(verifyBatch(claims, with: proven.verifier) == .rejected(.equationFails))
    }

    /// What one C has too much the other has too little: only different weights tell.
    @Test func errorsThatCancelNeedTheWeights() {
        var claims = claims
        claims[0].proof.c = (claims[0].proof.c + BN254.G1.generator).affine
        claims[1].proof.c = (claims[1].proof.c + (-BN254.G1.generator)).affine
        for claim in claims.prefix(2) {
            #expect(
                verify(claim.proof, publicInputs: claim.publicInputs, with: proven.verifier)
                    == .rejected(.equationFails))
        }
        var equalWeights = ConstantGenerator()
        #expect(verifyBatch(claims, with: proven.verifier, using: &equalWeights) == .accepted)
        #expect(verifyBatch(claims, with: proven.verifier) == .rejected(.equationFails))
    }

    /// Not random at all.
    private struct ConstantGenerator: RandomNumberGenerator {
        mutating func next() -> UInt64 { 5 }
    }
}
