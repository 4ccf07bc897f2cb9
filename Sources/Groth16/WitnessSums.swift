import ConstraintSystem
import EllipticCurves

/// The five multi-scalar multiplications of a proof.
struct WitnessSums<Curve: PairingCurve> {
    /// Σ a_i [u_i(τ)]₁
    let a: JacobianPoint<Curve.G1>
    /// Σ a_i [v_i(τ)]₁
    let b1: JacobianPoint<Curve.G1>
    /// Σ a_i [v_i(τ)]₂
    let b2: JacobianPoint<Curve.G2>
    /// Σ a_i [(β u_i(τ) + α v_i(τ) + w_i(τ)) / δ]₁ over private wires
    let c: JacobianPoint<Curve.G1>
    /// [h(τ) t(τ) / δ]₁
    let h: JacobianPoint<Curve.G1>

    init(
        _ witness: borrowing Witness<Curve.ScalarField>, _ key: ProvingKey<Curve>,
        h scalars: borrowing SecretBuffer<Curve.ScalarField>
    ) {
        let publicWires = key.publicCount + 1
        (a, b1, b2, c) = witness.withUnsafeBufferPointer { values in
            let privateValues = UnsafeBufferPointer(rebasing: values[publicWires...])
            return (
                Self.sum(key.a, values), Self.sum(key.b1, values), Self.sum(key.b2, values),
                Self.sum(key.c, privateValues)
            )
        }
        h = scalars.withUnsafeBufferPointer { Self.sum(key.h, $0) }
    }

    private static func sum<G: ShortWeierstrassCurve>(
        _ points: PointArray<G>, _ scalars: UnsafeBufferPointer<G.ScalarField>
    ) -> JacobianPoint<G> {
        points.withUnsafeBufferPointer { multiScalarMultiply($0, scalars) }
    }
}
