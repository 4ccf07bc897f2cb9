import EllipticCurves
import FiniteFields

extension Proof {
    /// Returns another valid proof of the same statement, from a valid one and no witness:
    /// (ρ⁻¹A, ρB + ρσδ, C + σA) for random ρ ≠ 0 and σ.
    ///
    /// e(ρ⁻¹A, ρB + ρσδ) = e(A, B) e(A, δ)^σ, which the change of C makes good. The result is
    /// distributed like a fresh proof: neither can be linked to the other.
    public func rerandomized(
        for key: VerifyingKey<Curve>, using generator: inout some RandomNumberGenerator
    ) -> Self {
        let rho = Curve.ScalarField.nonzero(using: &generator)
        let sigma = Curve.ScalarField.random(using: &generator)
        return Proof(
            a: a.multiplied(by: rho.inverse()!).affine,
            b: (b.multiplied(by: rho) + key.delta2.multiplied(by: rho * sigma)).affine,
            c: (a.multiplied(by: sigma) + c).affine)
    }
}
