public import FiniteFields

/// A point of the twist in homogeneous coordinates (x/z, y/z), as it travels through a Miller loop.
///
/// Steps return the line through the points that they add. Formulas: Aranha, Karabina, Longa, Gebotys, López,
/// "Faster explicit formulas for computing pairings over ordinary curves" (EUROCRYPT 2011), and Costello,
/// Lange, Naehrig (PKC 2010), for both types of twist.
@frozen
@usableFromInline
struct TwistPoint<Pairing: OptimalAtePairing> {
    @usableFromInline var x: Fp2<Pairing.Tower>
    @usableFromInline var y: Fp2<Pairing.Tower>
    @usableFromInline var z: Fp2<Pairing.Tower>

    @inlinable
    init(_ point: AffinePoint<Pairing.G2>) {
        x = point.x
        y = point.y
        z = .one
    }

    /// Doubles the point and returns the tangent.
    @inlinable
    mutating func double() -> TwistLine<Pairing> {
        // The formulas' coordinates times four, which spares the halves; the line times −2yz.
        let yy = y.squared()
        let zz = z.squared()
        let curve = Pairing.G2.b * zz
        let e = curve.doubled() + curve
        let e3 = e.doubled() + e
        let h = (y * z).doubled()
        let xx = x.squared()
        let xy = x * y
        let sum = yy + e3
        let ee = e.squared()
        x = (xy * (yy - e3)).doubled()
        y = sum.squared() - (ee.doubled() + ee).doubled().doubled()
        z = (yy * h).doubled().doubled()
        return TwistLine(constant: e - yy, slope: xx.doubled() + xx, denominator: h)
    }

    /// Adds `q` and returns the line through both points.
    ///
    /// In a Miller loop over points of order r the two never have the same x.
    @inlinable
    mutating func add(_ q: AffinePoint<Pairing.G2>) -> TwistLine<Pairing> {
        // The slope is θ/λ; the line times −λ.
        let theta = y - q.y * z
        let lambda = x - q.x * z
        let lambda2 = lambda.squared()
        let lambda3 = lambda * lambda2
        let g = x * lambda2
        let h = lambda3 + z * theta.squared() - g.doubled()
        x = lambda * h
        y = theta * (g - h) - lambda3 * y
        z = z * lambda3
        return TwistLine(constant: lambda * q.y - theta * q.x, slope: theta, denominator: lambda)
    }
}
