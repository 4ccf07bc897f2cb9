import EllipticCurves

extension PointArray {
    /// Puts another point in the place of one.
    mutating func replace(_ index: Int, by point: AffinePoint<Curve>) {
        var points = Array(self)
        points[index] = point
        self = PointArray(points)
    }
}
