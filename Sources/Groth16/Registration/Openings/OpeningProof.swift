public import EllipticCurves
import FiniteFields

/// A proof that somebody knows how some points are sums of multiples of certain bases, and of nothing else.
///
/// Schnorr's proof of knowledge (Journal of Cryptology 1991) for several bases (Okamoto, CRYPTO 1992) and, as
/// one batch, for several points (Gennaro, Leigh, Sundaram, Yerazunis, ASIACRYPT 2004).
public struct OpeningProof<Curve: ShortWeierstrassCurve>: Hashable, Sendable {
    /// T = Σ k_j · base_j, with k_j uniformly random.
    public var announcement: AffinePoint<Curve>
    /// s_j = k_j + Σ_i c^i · (coefficient of base j in point i), i from 1.
    public var responses: [Curve.ScalarField]

    public init(announcement: AffinePoint<Curve>, responses: [Curve.ScalarField]) {
        self.announcement = announcement
        self.responses = responses
    }

    /// Returns whether Σ s_j · base_j = T + Σ c^i · point_i: one sum of as many products as there are bases and
    /// points.
    ///
    /// From n + 1 accepted answers to different c, with the same T, the coefficients of n points follow by
    /// inverting a Vandermonde matrix. Whoever can answer fewer fails but with probability n over the number
    /// of challenges.
    ///
    /// - Precondition: one response per base; all points in the group.
    package func holds(
        for points: [AffinePoint<Curve>], over bases: [AffinePoint<Curve>], challenge c: Curve.ScalarField
    ) -> Bool {
        precondition(responses.count == bases.count, "one response per base")
        var scalars = responses
        var power = c
        for _ in points {
            scalars.append(-power)
            power *= c
        }
        return multiScalarMultiply(bases + points, scalars) == JacobianPoint(announcement)
    }
}
