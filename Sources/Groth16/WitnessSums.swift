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

    /// Computes all windows of all sums in one go, so that no core waits for another one's sum to end. The
    /// digits of the witness are sorted once for the four sums over wires.
    init(
        _ witness: borrowing Witness<Curve.ScalarField>, _ key: ProvingKey<Curve>,
        h scalars: borrowing SecretBuffer<Curve.ScalarField>
    ) {
        (a, b1, b2, c, h) = witness.withUnsafeBufferPointer { wires in
            scalars.withUnsafeBufferPointer { scalars in
                let digits = SortedDigits(wires)
                return key.withUnsafePoints { points in
                    let a = MultiScalarSum(points.a, wires, digits)
                    let b1 = MultiScalarSum(points.b1, wires, digits)
                    let b2 = MultiScalarSum(points.b2, wires, digits)
                    let c = MultiScalarSum(points.c, startingAt: key.publicCount + 1, wires, digits)
                    let h = MultiScalarSum(points.h, scalars, SortedDigits(scalars))
                    computeConcurrently([a, b1, b2, c, h])
                    return (a.total(), b1.total(), b2.total(), c.total(), h.total())
                }
            }
        }
    }
}

extension ProvingKey {
    /// The points that belong to wires, and to the domain.
    fileprivate struct PointBuffers {
        var a: UnsafeBufferPointer<AffinePoint<Curve.G1>>
        var b1: UnsafeBufferPointer<AffinePoint<Curve.G1>>
        var b2: UnsafeBufferPointer<AffinePoint<Curve.G2>>
        var c: UnsafeBufferPointer<AffinePoint<Curve.G1>>
        var h: UnsafeBufferPointer<AffinePoint<Curve.G1>>
    }

    /// Returns what `body` makes of the points, which are valid during the call only.
    fileprivate func withUnsafePoints<Result>(_ body: (PointBuffers) -> Result) -> Result {
        a.withUnsafeBufferPointer { a in
            b1.withUnsafeBufferPointer { b1 in
                b2.withUnsafeBufferPointer { b2 in
                    c.withUnsafeBufferPointer { c in
                        h.withUnsafeBufferPointer { h in
                            body(PointBuffers(a: a, b1: b1, b2: b2, c: c, h: h))
                        }
                    }
                }
            }
        }
    }
}
