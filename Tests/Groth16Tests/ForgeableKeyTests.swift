import EllipticCurves
import FiniteFields
import Groth16
import TestSupport
import Testing

/// Keys with which anybody proves anything: each has a proof that needs neither trapdoor nor witness, and
/// each must be refused.
@Suite("Keys that anybody can forge with")
struct ForgeableKeyTests {
    private let key: VerifyingKey<BN254>
    private let inputs: [F] = [1, 2, 3]

    init() throws { key = try ProvenSystem(seed: 21).key.verifyingKey }

    /// Expects that the proof solves the equation, and that the key is refused.
    private func expectRefused(_ key: VerifyingKey<BN254>, although proof: Proof<BN254>) {
        let vk_x = multiScalarMultiply(key.inputPoints, [1] + inputs).affine
        let equation = BN254.pairingProduct([
            (-proof.a, proof.b), (key.alpha1, key.beta2), (vk_x, key.gamma2), (proof.c, key.delta2),
        ])
        #expect(equation == .one, "the forgery is one")
        #expect(throws: KeyError.self) {
            let prepared = try PreparedVerifyingKey(key, allowingDevelopmentKey: true)
            #expect(!verify(proof, publicInputs: inputs, with: prepared).isAccepted)
        }
    }

    private func vk_x(_ key: VerifyingKey<BN254>) -> AffinePoint<BN254.G1> {
        multiScalarMultiply(key.inputPoints, [1] + inputs).affine
    }

    /// e(α, β) e(vk_x, ±β) = e(α ± vk_x, β).
    @Test(arguments: [false, true])
    func betaIsGamma(negated: Bool) {
        var key = key
        key.beta2 = negated ? -key.gamma2 : key.gamma2
        let x = negated ? -vk_x(key) : vk_x(key)
        expectRefused(key, although: Proof(a: (key.alpha1 + x).affine, b: key.beta2, c: .infinity))
    }

    /// e(α, β) e(∓α, ±β) = 1, which leaves e(vk_x, γ).
    @Test(arguments: [false, true])
    func betaIsDelta(negated: Bool) {
        var key = key
        key.beta2 = negated ? -key.delta2 : key.delta2
        let c = negated ? key.alpha1 : -key.alpha1
        expectRefused(key, although: Proof(a: vk_x(key), b: key.gamma2, c: c))
    }

    /// Whoever has a proof for (1, 2, 3) has one for (2, 1, 3).
    @Test func twoInputsOfOnePoint() throws {
        var key = key
        key.inputPoints[2] = key.inputPoints[1]
        #expect(throws: KeyError.self) { _ = try PreparedVerifyingKey(key, allowingDevelopmentKey: true) }
        key.inputPoints[2] = -key.inputPoints[1]
        #expect(throws: KeyError.self) { _ = try PreparedVerifyingKey(key, allowingDevelopmentKey: true) }
    }
}
