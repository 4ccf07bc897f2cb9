public import EllipticCurves
import FiniteFields

/// Returns whether all claims hold, in N + 3 Miller loops and one final exponentiation for N of them.
///
/// Raises the equation of claim k to the power of a random ρ_k, and multiplies:
/// Π e(ρ_k A_k, B_k) = e(Σ ρ_k α, β) · e(Σ ρ_k vk_x,k, γ) · e(Σ ρ_k C_k, δ). For fixed claims of which one
/// is wrong, at most one ρ_k in 2^128 makes the product right. The weights must not be known to whoever
/// chooses the proofs.
///
/// A rejected batch does not tell which claim is wrong: verify them one by one. An empty batch is accepted.
public func verifyBatch<Curve: PairingCurve>(
    _ claims: [Claim<Curve>], with prepared: PreparedVerifyingKey<Curve>,
    using generator: inout some RandomNumberGenerator
) -> Verdict {
    verifyBatch(claims, with: prepared, adding: [], using: &generator)
}

/// The same, where `hidden` is what inputs that the verifier does not know add to vk_x, of each claim or of none.
func verifyBatch<Curve: PairingCurve>(
    _ claims: [Claim<Curve>], with prepared: PreparedVerifyingKey<Curve>,
    adding hidden: [AffinePoint<Curve.G1>], using generator: inout some RandomNumberGenerator
) -> Verdict {
    for claim in claims {
        if let reason = prepared.flaw(in: claim.publicInputs) { return .rejected(reason) }
    }
    let weights = claims.map { _ in Curve.ScalarField.batchWeight(using: &generator) }
    let added = hidden.isEmpty ? .infinity : multiScalarMultiply(hidden, weights)
    return equationsHold(claims, weights: weights, prepared, adding: added)
        ? .accepted : .rejected(.equationFails)
}

/// Returns whether all claims hold, with weights from the system's generator.
public func verifyBatch<Curve: PairingCurve>(
    _ claims: [Claim<Curve>], with prepared: PreparedVerifyingKey<Curve>
) -> Verdict {
    var generator = SystemRandomNumberGenerator()
    return verifyBatch(claims, with: prepared, using: &generator)
}

/// Returns whether the product of all equations, raised to `weights`, holds.
private func equationsHold<Curve: PairingCurve>(
    _ claims: [Claim<Curve>], weights rho: [Curve.ScalarField], _ prepared: PreparedVerifyingKey<Curve>,
    adding hidden: JacobianPoint<Curve.G1>
) -> Bool {
    let key = prepared.key
    // Σ_k ρ_k a_k,i for every input i, the constant 1 first.
    var inputs = [Curve.ScalarField](repeating: .zero, count: key.inputPoints.count)
    for (claim, weight) in zip(claims, rho) {
        inputs[0] += weight
        for index in claim.publicInputs.indices { inputs[index + 1] += weight * claim.publicInputs[index] }
    }
    let vk_x = multiScalarMultiply(key.inputPoints, inputs) + hidden
    let c = multiScalarMultiply(claims.map(\.proof.c), rho)
    let alpha = key.alpha1.multiplied(by: inputs[0])
    let a = zip(claims, rho).map { claim, weight in claim.proof.a.multiplied(by: weight) }
    let left = JacobianPoint.batchAffine([-alpha, -vk_x, -c] + a)
    let product = Curve.pairingProduct(
        Array(zip(left.dropFirst(3), claims.map(\.proof.b))),
        prepared: Array(zip(left, [prepared.beta2, prepared.gamma2, prepared.delta2])))
    return product == Curve.Target.one
}

extension PrimeField {
    /// Returns a random element of 1 … 2^128 − 1.
    fileprivate static func batchWeight(using generator: inout some RandomNumberGenerator) -> Self {
        while true {
            var words = [UInt64](repeating: 0, count: wordCount)
            words[0] = generator.next()
            words[1] = generator.next()
            if let weight = Self(canonicalWords: words), !weight.isZero { return weight }
        }
    }
}
