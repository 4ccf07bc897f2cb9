public import FiniteFields

/// A line on the twist, which a Miller loop evaluates at a point P of G1.
///
/// On the D-type twist the line with slope λ through (x, y) is y_P − λ x_P w + (λ x − y) w³; on the M-type
/// twist that is (λ x − y) − λ x_P w² + y_P w³. Here stand its coefficients times −d for some d, which the
/// final exponentiation removes.
@frozen
@usableFromInline
struct TwistLine<Pairing: OptimalAtePairing> {
    /// −d (λ x − y)
    @usableFromInline let constant: Fp2<Pairing.Tower>
    /// d λ
    @usableFromInline let slope: Fp2<Pairing.Tower>
    /// d
    @usableFromInline let denominator: Fp2<Pairing.Tower>

    @inlinable @inline(__always)
    init(constant: Fp2<Pairing.Tower>, slope: Fp2<Pairing.Tower>, denominator: Fp2<Pairing.Tower>) {
        self.constant = constant
        self.slope = slope
        self.denominator = denominator
    }

    /// Multiplies `f` by the value at `p`.
    @inlinable @inline(__always)
    func multiply(_ f: inout Fp12<Pairing.Tower>, at p: AffinePoint<Pairing.G1>) {
        let a = -denominator.scaled(by: p.y)
        let b = slope.scaled(by: p.x)
        switch Pairing.twist {
        case .divided: f = f.multipliedByLine013(a, b, constant)
        case .multiplied: f = f.multipliedByLine023(constant, b, a)
        }
    }
}
