import FiniteFields

/// Precomputed multiples of one point, for multiplying it by many scalars.
public struct FixedBaseTable<Curve: ShortWeierstrassCurve>: Sendable {
    let base: AffinePoint<Curve>

    /// Computes the table of `base` that suits about `count` multiplications.
    public init(_ base: AffinePoint<Curve>, expectedCount count: Int) {
        self.base = base
    }

    /// Returns scalar · base for each scalar.
    public func multiply(_ scalars: [Curve.ScalarField]) -> [AffinePoint<Curve>] {
        JacobianPoint.batchAffine(scalars.map { base.multiplied(by: $0) })
    }
}
