import ConstraintSystem
package import EllipticCurves
import FiniteFields

/// A prover who has announced T and awaits the challenge, which she can answer once: two answers to different
/// challenges would give the opening away.
package struct OpeningProver<Curve: ShortWeierstrassCurve>: ~Copyable {
    package let announcement: AffinePoint<Curve>
    private var nonces: SecretBuffer<Curve.ScalarField>

    package init(bases: [AffinePoint<Curve>], using generator: inout some RandomNumberGenerator) {
        var nonces = SecretBuffer<Curve.ScalarField>(repeating: .zero, count: bases.count)
        for index in bases.indices { nonces[index] = .random(using: &generator) }
        announcement = nonces.combination(of: bases).affine
        self.nonces = nonces
    }

    /// Returns the proof, where `addSecrets` adds Σ_i c^i · (coefficient of base j in point i) to element j.
    package consuming func proof(
        _ addSecrets: (UnsafeMutableBufferPointer<Curve.ScalarField>) -> Void
    ) -> OpeningProof<Curve> {
        nonces.withUnsafeMutableBufferPointer { addSecrets($0) }
        return OpeningProof(
            announcement: announcement, responses: nonces.withUnsafeBufferPointer { Array($0) })
    }
}

extension SecretBuffer where Element: PrimeField {
    /// Returns Σ element · point.
    func combination<Curve: ShortWeierstrassCurve>(
        of points: [AffinePoint<Curve>]
    ) -> JacobianPoint<Curve> where Curve.ScalarField == Element {
        withUnsafeBufferPointer { scalars in
            points.withUnsafeBufferPointer { multiScalarMultiply($0, scalars) }
        }
    }
}
