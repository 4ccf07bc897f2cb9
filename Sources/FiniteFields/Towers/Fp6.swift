/// F_p⁶ = F_p²[v] / (v³ − ξ): c0 + c1 v + c2 v².
@frozen
public struct Fp6<Parameters: TowerParameters>: Field {
    public typealias Coefficient = Fp2<Parameters>

    public var c0: Coefficient
    public var c1: Coefficient
    public var c2: Coefficient

    @inlinable @inline(__always)
    public init(_ c0: Coefficient, _ c1: Coefficient, _ c2: Coefficient) {
        self.c0 = c0
        self.c1 = c1
        self.c2 = c2
    }

    @inlinable @inline(__always)
    public static var zero: Self { Self(.zero, .zero, .zero) }

    @inlinable @inline(__always)
    public static var one: Self { Self(.one, .zero, .zero) }

    @inlinable @inline(__always)
    public var isZero: Bool { c0.isZero && c1.isZero && c2.isZero }

    @inlinable
    public static func + (left: Self, right: Self) -> Self {
        Self(left.c0 + right.c0, left.c1 + right.c1, left.c2 + right.c2)
    }

    @inlinable
    public static func - (left: Self, right: Self) -> Self {
        Self(left.c0 - right.c0, left.c1 - right.c1, left.c2 - right.c2)
    }

    @inlinable
    public static prefix func - (value: Self) -> Self { Self(-value.c0, -value.c1, -value.c2) }

    @inlinable
    public func doubled() -> Self { Self(c0.doubled(), c1.doubled(), c2.doubled()) }

    /// Karatsuba: six multiplications (Devegili, Ó hÉigeartaigh, Scott, Dahab, ePrint 2006/471, section 4).
    @inlinable
    public static func * (left: Self, right: Self) -> Self {
        let p0 = left.c0 * right.c0
        let p1 = left.c1 * right.c1
        let p2 = left.c2 * right.c2
        let p12 = (left.c1 + left.c2) * (right.c1 + right.c2) - p1 - p2
        let p01 = (left.c0 + left.c1) * (right.c0 + right.c1) - p0 - p1
        let p02 = (left.c0 + left.c2) * (right.c0 + right.c2) - p0 - p2
        return Self(
            p0 + Parameters.multiplyByNonResidue(p12),
            p01 + Parameters.multiplyByNonResidue(p2),
            p02 + p1)
    }

    /// Two multiplications and three squarings (Chung and Hasan, SQR2; same report, section 4).
    @inlinable
    public func squared() -> Self {
        let s0 = c0.squared()
        let s1 = (c0 * c1).doubled()
        let s2 = (c0 - c1 + c2).squared()
        let s3 = (c1 * c2).doubled()
        let s4 = c2.squared()
        return Self(
            s0 + Parameters.multiplyByNonResidue(s3),
            s1 + Parameters.multiplyByNonResidue(s4),
            s1 + s2 + s3 - s0 - s4)
    }

    /// Through the norm to F_p² (Scott, "Implementing cryptographic pairings", 2007).
    @inlinable
    public func inverse() -> Self? {
        let a0 = c0.squared() - Parameters.multiplyByNonResidue(c1 * c2)
        let a1 = Parameters.multiplyByNonResidue(c2.squared()) - c0 * c1
        let a2 = c1.squared() - c0 * c2
        let norm = c0 * a0 + Parameters.multiplyByNonResidue(c2 * a1 + c1 * a2)
        guard let inverse = norm.inverse() else { return nil }
        return Self(a0 * inverse, a1 * inverse, a2 * inverse)
    }

    /// The product with v.
    @inlinable
    public var multipliedByV: Self { Self(Parameters.multiplyByNonResidue(c2), c0, c1) }

    /// Returns the product with an element of F_p².
    @inlinable
    public func scaled(by factor: Coefficient) -> Self { Self(c0 * factor, c1 * factor, c2 * factor) }

    /// Returns the product with b0 + b1 v; five multiplications.
    @inlinable
    public func multiplied(by b0: Coefficient, _ b1: Coefficient) -> Self {
        let p0 = c0 * b0
        let p1 = c1 * b1
        return Self(
            Parameters.multiplyByNonResidue((c1 + c2) * b1 - p1) + p0,
            (c0 + c1) * (b0 + b1) - p0 - p1,
            (c0 + c2) * b0 - p0 + p1)
    }
}
