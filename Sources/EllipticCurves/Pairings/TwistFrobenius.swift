public import FiniteFields

/// ψ, the p-th power Frobenius of E carried over to the twist: an endomorphism of E′ that multiplies
/// points of G2 by p.
@frozen
public struct TwistFrobenius<Tower: TowerParameters>: Sendable {
    @usableFromInline let x: Fp2<Tower>
    @usableFromInline let y: Fp2<Tower>

    public init(_ twist: SexticTwist) {
        // Frobenius takes w² to γ₂ w² and w³ to γ₃ w³.
        let (gamma2, gamma3) = (Tower.frobenius[2], Tower.frobenius[3])
        switch twist {
        case .divided:
            (x, y) = (gamma2, gamma3)
        case .multiplied:
            guard let inverse2 = gamma2.inverse(), let inverse3 = gamma3.inverse() else {
                preconditionFailure("powers of ξ are not zero")
            }
            (x, y) = (inverse2, inverse3)
        }
    }

    /// Returns ψ(`point`); infinity for infinity.
    @inlinable
    public func callAsFunction<Curve>(_ point: AffinePoint<Curve>) -> AffinePoint<Curve>
    where Curve.BaseField == Fp2<Tower> {
        AffinePoint(uncheckedX: point.x.conjugate * x, y: point.y.conjugate * y)
    }
}
