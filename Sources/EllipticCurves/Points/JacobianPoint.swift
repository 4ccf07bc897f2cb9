public import FiniteFields

/// A point of a curve in Jacobian coordinates: (x, y, z) stands for (x/z², y/z³), and z = 0 for infinity.
///
/// Equal means the same point, whatever the coordinates.
@frozen
public struct JacobianPoint<Curve: ShortWeierstrassCurve>: Sendable {
    public var x: Curve.BaseField
    public var y: Curve.BaseField
    public var z: Curve.BaseField

    @inlinable @inline(__always)
    init(_ x: Curve.BaseField, _ y: Curve.BaseField, _ z: Curve.BaseField) {
        self.x = x
        self.y = y
        self.z = z
    }

    @inlinable @inline(__always)
    public init(_ point: AffinePoint<Curve>) {
        self = point.isInfinity ? .infinity : Self(point.x, point.y, .one)
    }

    /// The neutral element.
    @inlinable @inline(__always)
    public static var infinity: Self { Self(.one, .one, .zero) }

    /// The neutral element.
    @inlinable @inline(__always)
    public static var zero: Self { .infinity }

    @inlinable @inline(__always)
    public static var generator: Self { Self(Curve.generator) }

    @inlinable @inline(__always)
    public var isInfinity: Bool { z.isZero }
}

extension JacobianPoint: Hashable {
    @inlinable
    public static func == (left: Self, right: Self) -> Bool {
        if left.isInfinity || right.isInfinity { return left.isInfinity && right.isInfinity }
        let leftSquare = left.z.squared()
        let rightSquare = right.z.squared()
        return left.x * rightSquare == right.x * leftSquare
            && left.y * (rightSquare * right.z) == right.y * (leftSquare * left.z)
    }

    @inlinable
    public func hash(into hasher: inout Hasher) {
        hasher.combine(affine)
    }
}
