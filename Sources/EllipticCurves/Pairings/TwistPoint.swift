public import FiniteFields

/// A point of the twist in homogeneous coordinates (x/z, y/z), as it travels through a Miller loop.
///
/// Steps multiply `f` by the line through the points that they add, evaluated at P, up to factors that
/// the final exponentiation removes. Formulas: Aranha, Karabina, Longa, Gebotys, López, "Faster explicit
/// formulas for computing pairings over ordinary curves" (EUROCRYPT 2011), and Costello, Lange, Naehrig
/// (PKC 2010), for both types of twist. On the D-type twist the line with slope λ through (x, y) is
/// y_P − λ x_P w + (λ x − y) w³; on the M-type twist that is (λ x − y) − λ x_P w² + y_P w³.
@frozen
public struct TwistPoint<Pairing: OptimalAtePairing> {
    @usableFromInline var x: Fp2<Pairing.Tower>
    @usableFromInline var y: Fp2<Pairing.Tower>
    @usableFromInline var z: Fp2<Pairing.Tower>

    @inlinable
    init(_ point: AffinePoint<Pairing.G2>) {
        x = point.x
        y = point.y
        z = .one
    }

    /// Doubles the point and multiplies `f` by the tangent.
    @inlinable
    mutating func double(evaluatingAt p: AffinePoint<Pairing.G1>, into f: inout Fp12<Pairing.Tower>) {
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
        Self.multiply(&f, byLine: e - yy, slope: xx.doubled() + xx, denominator: h, at: p)
    }

    /// Adds `q` and multiplies `f` by the line through both points.
    ///
    /// In a Miller loop over points of order r the two never have the same x.
    @inlinable
    mutating func add(
        _ q: AffinePoint<Pairing.G2>, evaluatingAt p: AffinePoint<Pairing.G1>,
        into f: inout Fp12<Pairing.Tower>
    ) {
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
        let constant = lambda * q.y - theta * q.x
        Self.multiply(&f, byLine: constant, slope: theta, denominator: lambda, at: p)
    }

    /// Multiplies `f` by −denominator · y_P, slope · x_P and the constant, each at its power of w.
    @inlinable @inline(__always)
    static func multiply(
        _ f: inout Fp12<Pairing.Tower>, byLine constant: Fp2<Pairing.Tower>, slope: Fp2<Pairing.Tower>,
        denominator: Fp2<Pairing.Tower>, at p: AffinePoint<Pairing.G1>
    ) {
        let a = -denominator.scaled(by: p.y)
        let b = slope.scaled(by: p.x)
        switch Pairing.twist {
        case .divided: f = f.multipliedByLine013(a, b, constant)
        case .multiplied: f = f.multipliedByLine023(constant, b, a)
        }
    }
}
