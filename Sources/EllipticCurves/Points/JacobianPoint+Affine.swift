public import FiniteFields

extension JacobianPoint {
    /// The same point by its two coordinates; one inversion.
    @inlinable
    public var affine: AffinePoint<Curve> {
        guard let inverse = z.inverse() else { return .infinity }
        return scaled(byInverse: inverse)
    }

    /// Returns the same points by their two coordinates; one inversion for all.
    @specialized(where Curve == BN254.G1)
    @specialized(where Curve == BN254.G2)
    public static func batchAffine(_ points: [Self]) -> [AffinePoint<Curve>] {
        var inverses = points.map(\.z)
        Curve.BaseField.invertAll(&inverses)
        return points.indices.map { points[$0].scaled(byInverse: inverses[$0]) }
    }

    /// Returns (x/z², y/z³) from 1/z, and infinity from 0, which batch inversion makes of z = 0.
    @inlinable
    func scaled(byInverse inverse: Curve.BaseField) -> AffinePoint<Curve> {
        let square = inverse.squared()
        return AffinePoint(uncheckedX: x * square, y: y * (square * inverse))
    }
}
