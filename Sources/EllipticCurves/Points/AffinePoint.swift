public import FiniteFields

/// A point of a curve by its two coordinates, or the point at infinity.
///
/// Infinity is (0, 0), as in EIP-196 and in iden3's files: because b ≠ 0, that is no point of the curve.
@frozen
public struct AffinePoint<Curve: ShortWeierstrassCurve>: Hashable, Sendable {
    public var x: Curve.BaseField
    public var y: Curve.BaseField

    /// Takes over coordinates that are known to belong to a point of the group, or (0, 0) for infinity.
    @inlinable @inline(__always)
    public init(uncheckedX x: Curve.BaseField, y: Curve.BaseField) {
        self.x = x
        self.y = y
    }

    /// Returns the point of these coordinates, (0, 0) meaning infinity, or nil unless it is on the curve
    /// and in the subgroup of order r.
    @specialized(where Curve == BN254.G1)
    @specialized(where Curve == BN254.G2)
    public init?(x: Curve.BaseField, y: Curve.BaseField) {
        self.init(uncheckedX: x, y: y)
        guard isInfinity || (isOnCurve && Curve.isInPrimeOrderSubgroup(self)) else { return nil }
    }

    @inlinable @inline(__always)
    public static var infinity: Self { Self(uncheckedX: .zero, y: .zero) }

    @inlinable @inline(__always)
    public var isInfinity: Bool { x.isZero && y.isZero }

    /// Whether y² = x³ + b, or the point is infinity.
    @inlinable
    public var isOnCurve: Bool {
        isInfinity || y.squared() == x.squared() * x + Curve.b
    }

    @inlinable @inline(__always)
    public static prefix func - (point: Self) -> Self {
        Self(uncheckedX: point.x, y: -point.y)
    }
}

extension AffinePoint {
    /// Returns the sum, in coordinates that need no inversion.
    @inlinable
    public static func + (left: Self, right: Self) -> JacobianPoint<Curve> {
        JacobianPoint(left) + right
    }

    /// Returns the point added to itself `scalar` times.
    @inlinable
    public func multiplied(by scalar: Curve.ScalarField) -> JacobianPoint<Curve> {
        JacobianPoint(self).multiplied(by: scalar)
    }
}
