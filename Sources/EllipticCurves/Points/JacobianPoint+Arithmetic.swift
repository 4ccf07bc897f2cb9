public import FiniteFields

/// The group law. Formulas are named as in the Explicit-Formulas Database of Bernstein and Lange
/// (hyperelliptic.org/EFD, short Weierstrass, Jacobian coordinates with a = 0).
extension JacobianPoint {
    /// Returns twice the point; two multiplications and five squarings (dbl-2009-l).
    ///
    /// The groups have odd order, so y is never zero; infinity stays infinity because z₃ = 2 y z.
    @inlinable
    public func doubled() -> Self {
        let a = x.squared()
        let b = y.squared()
        let c = b.squared()
        let d = ((x + b).squared() - a - c).doubled()
        let e = a.doubled() + a
        let x3 = e.squared() - d.doubled()
        let y3 = e * (d - x3) - c.doubled().doubled().doubled()
        return Self(x3, y3, (y * z).doubled())
    }

    /// Returns the sum; eleven multiplications and five squarings (add-2007-bl).
    @inlinable
    public static func + (left: Self, right: Self) -> Self {
        if left.isInfinity { return right }
        if right.isInfinity { return left }
        let z1z1 = left.z.squared()
        let z2z2 = right.z.squared()
        let u1 = left.x * z2z2
        let s1 = left.y * right.z * z2z2
        let h = right.x * z1z1 - u1
        let r = (right.y * left.z * z1z1 - s1).doubled()
        if h.isZero { return r.isZero ? left.doubled() : .infinity }
        let i = h.doubled().squared()
        let j = h * i
        let v = u1 * i
        let x3 = r.squared() - j - v.doubled()
        let y3 = r * (v - x3) - (s1 * j).doubled()
        return Self(x3, y3, ((left.z + right.z).squared() - z1z1 - z2z2) * h)
    }

    /// Returns the sum; seven multiplications and four squarings (madd-2007-bl).
    @inlinable
    public static func + (left: Self, right: AffinePoint<Curve>) -> Self {
        if right.isInfinity { return left }
        if left.isInfinity { return Self(right.x, right.y, .one) }
        let z1z1 = left.z.squared()
        let h = right.x * z1z1 - left.x
        let r = (right.y * left.z * z1z1 - left.y).doubled()
        if h.isZero { return r.isZero ? left.doubled() : .infinity }
        let hh = h.squared()
        let i = hh.doubled().doubled()
        let j = h * i
        let v = left.x * i
        let x3 = r.squared() - j - v.doubled()
        let y3 = r * (v - x3) - (left.y * j).doubled()
        return Self(x3, y3, (left.z + h).squared() - z1z1 - hh)
    }

    @inlinable @inline(__always)
    public static prefix func - (point: Self) -> Self { Self(point.x, -point.y, point.z) }

    @inlinable
    public static func - (left: Self, right: Self) -> Self { left + (-right) }

    @inlinable
    public static func - (left: Self, right: AffinePoint<Curve>) -> Self { left + (-right) }

    @inlinable
    public static func += (left: inout Self, right: Self) { left = left + right }

    @inlinable
    public static func += (left: inout Self, right: AffinePoint<Curve>) { left = left + right }

    @inlinable
    public static func -= (left: inout Self, right: Self) { left = left - right }

    @inlinable
    public static func -= (left: inout Self, right: AffinePoint<Curve>) { left = left - right }
}
