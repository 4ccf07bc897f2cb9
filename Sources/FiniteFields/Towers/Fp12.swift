/// F_p¹² = F_p⁶[w] / (w² − v): c0 + c1 w.
@frozen
public struct Fp12<Parameters: TowerParameters>: Field {
    public typealias Coefficient = Fp6<Parameters>

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

    @inlinable
    public static func + (left: Self, right: Self) -> Self {
        Self(left.c0 + right.c0, left.c1 + right.c1)
    }

    @inlinable
    public static func - (left: Self, right: Self) -> Self {
        Self(left.c0 - right.c0, left.c1 - right.c1)
    }

    @inlinable
    public static prefix func - (value: Self) -> Self { Self(-value.c0, -value.c1) }

    @inlinable
    public func doubled() -> Self { Self(c0.doubled(), c1.doubled()) }

    /// Karatsuba: three multiplications in F_p⁶.
    @inlinable
    public static func * (left: Self, right: Self) -> Self {
        let low = left.c0 * right.c0
        let high = left.c1 * right.c1
        let cross = (left.c0 + left.c1) * (right.c0 + right.c1)
        return Self(low + high.multipliedByV, cross - low - high)
    }

    /// Two multiplications in F_p⁶: c0² + v c1² = (c0 + c1)(c0 + v c1) − (1 + v) c0 c1.
    @inlinable
    public func squared() -> Self {
        let product = c0 * c1
        let low = (c0 + c1) * (c0 + c1.multipliedByV) - product - product.multipliedByV
        return Self(low, product.doubled())
    }

    /// 1 / (c0 + c1 w) = (c0 − c1 w) / (c0² − v c1²).
    @inlinable
    public func inverse() -> Self? {
        guard let inverse = (c0.squared() - c1.squared().multipliedByV).inverse() else { return nil }
        return Self(c0 * inverse, -(c1 * inverse))
    }

    /// c0 − c1 w, which is also the p⁶-th power, and the inverse in the cyclotomic subgroup.
    @inlinable
    public var conjugate: Self { Self(c0, -c1) }

    /// The p-th power; five multiplications in F_p².
    @inlinable
    public var frobenius: Self {
        let gamma = Parameters.frobenius
        return Self(
            Fp6(c0.c0.conjugate, c0.c1.conjugate * gamma[2], c0.c2.conjugate * gamma[4]),
            Fp6(c1.c0.conjugate * gamma[1], c1.c1.conjugate * gamma[3], c1.c2.conjugate * gamma[5]))
    }
}
