public import EllipticCurves

/// Returns whether `proof` shows that its maker knew a witness with these public inputs, or why not.
///
/// Groth 2016, section 3.2: e(A, B) = e(α, β) · e(vk_x, γ) · e(C, δ), where vk_x = Γ_0 + Σ a_i Γ_i. Costs
/// three Miller loops and one final exponentiation, and a multi-scalar multiplication over the inputs.
///
/// Inputs are field elements, so a + r is no second name of a. They are checked to lie in the ranges that
/// the key was prepared with. Points of the proof are on the curve and in the subgroup by type: whoever
/// makes them by an `unchecked` initializer has promised so.
public func verify<Curve: PairingCurve>(
    _ proof: Proof<Curve>, publicInputs a: [Curve.ScalarField], with prepared: PreparedVerifyingKey<Curve>
) -> Verdict {
    verify(proof, publicInputs: a, with: prepared, adding: .infinity)
}

/// The same, where `hidden` is what inputs that the verifier does not know add to vk_x.
func verify<Curve: PairingCurve>(
    _ proof: Proof<Curve>, publicInputs a: [Curve.ScalarField], with prepared: PreparedVerifyingKey<Curve>,
    adding hidden: AffinePoint<Curve.G1>
) -> Verdict {
    if let reason = prepared.flaw(in: a) { return .rejected(reason) }
    let vk_x = prepared.key.inputSum(a) + hidden
    let product = Curve.pairingProduct(
        [(proof.a, proof.b)], prepared: [(-vk_x.affine, prepared.gamma2), (-proof.c, prepared.delta2)])
    return product == prepared.alphaBeta ? .accepted : .rejected(.equationFails)
}

/// Whether the pairing equation holds, for a key that is not prepared.
func equationHolds<Curve: PairingCurve>(
    _ proof: Proof<Curve>, publicInputs a: [Curve.ScalarField], _ key: VerifyingKey<Curve>
) -> Bool {
    let vk_x = key.inputSum(a)
    let product = Curve.pairingProduct([
        (proof.a, proof.b), (-key.alpha1, key.beta2), (-vk_x.affine, key.gamma2), (-proof.c, key.delta2),
    ])
    return product == Curve.Target.one
}

extension VerifyingKey {
    /// Returns vk_x = Γ_0 + Σ a_i Γ_i.
    fileprivate func inputSum(_ a: [Curve.ScalarField]) -> JacobianPoint<Curve.G1> {
        let sum = inputPoints.withUnsafeBufferPointer { points in
            a.withUnsafeBufferPointer { multiScalarMultiply(UnsafeBufferPointer(rebasing: points[1...]), $0) }
        }
        return sum + inputPoints[0]
    }
}

extension PreparedVerifyingKey {
    /// Returns what is wrong with public inputs apart from the proof.
    func flaw(in inputs: [Curve.ScalarField]) -> Verdict.Reason? {
        if inputs.count != key.publicCount {
            return .wrongInputCount(expected: key.publicCount, actual: inputs.count)
        }
        return ranges?.firstViolation(in: inputs).map { .inputOutOfRange(index: $0) }
    }
}
