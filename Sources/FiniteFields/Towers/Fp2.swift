/// F_p² = F_p[u] / (u² + 1): c0 + c1 u.
@frozen
public struct Fp2<Parameters: TowerParameters>: Field {
    public typealias Coefficient = Fp<Parameters.Base>

    public var c0: Coefficient
    public var c1: Coefficient

    @inlinable @inline(__always)
    public init(_ c0: Coefficient, _ c1: Coefficient) {
        self.c0 = c0
        self.c1 = c1
    }

    @inlinable @inline(__always)
    public static var zero: Self { Self(.zero, .zero) }

    @inlinable @inline(__always)
    public static var one: Self { Self(.one, .zero) }

    @inlinable @inline(__always)
    public var isZero: Bool { c0.isZero && c1.isZero }

    @inlinable @inline(__always)
    public static func + (left: Self, right: Self) -> Self {
        Self(left.c0 + right.c0, left.c1 + right.c1)
    }

    @inlinable @inline(__always)
    public static func - (left: Self, right: Self) -> Self {
        Self(left.c0 - right.c0, left.c1 - right.c1)
    }

    @inlinable @inline(__always)
    public static prefix func - (value: Self) -> Self { Self(-value.c0, -value.c1) }

    /// Karatsuba: three multiplications.
    ///
    /// Never inlined, here and for squares: a call costs a tenth of the product, and without it the
    /// functions further up the tower take minutes to compile.
    @inlinable @inline(never)
    public static func * (left: Self, right: Self) -> Self {
        Self(
            .sumOfProducts(left.c0, right.c0, -left.c1, right.c1),
            .sumOfProducts(left.c0, right.c1, left.c1, right.c0))
    }

    @inlinable @inline(never)
    public func squared() -> Self {
        Self(.differenceOfSquares(c0, c1), (c0 * c1).doubled())
    }

    @inlinable @inline(__always)
    public func doubled() -> Self { Self(c0.doubled(), c1.doubled()) }

    /// 1 / (c0 + c1 u) = (c0 − c1 u) / (c0² + c1²); the norm is zero for zero only.
    @inlinable
    public func inverse() -> Self? {
        guard let inverse = (c0.squared() + c1.squared()).inverse() else { return nil }
        return Self(c0 * inverse, -(c1 * inverse))
    }

    /// c0 − c1 u, which is also the p-th power.
    @inlinable @inline(__always)
    public var conjugate: Self { Self(c0, -c1) }

    /// Returns the product with an element of the prime field.
    @inlinable @inline(__always)
    public func scaled(by factor: Coefficient) -> Self { Self(c0 * factor, c1 * factor) }
}
