public import FiniteFields

/// Two groups G1 and G2 of the same prime order r and a bilinear, non-degenerate map e to a third, the
/// r-th roots of unity of a field, written multiplicatively.
public protocol PairingCurve: Sendable {
    associatedtype G1: ShortWeierstrassCurve
    associatedtype G2: ShortWeierstrassCurve where G2.ScalarField == G1.ScalarField
    associatedtype Target: Field
    /// A point of G2 with what pairings with it have in common.
    associatedtype PreparedG2: Sendable
    typealias ScalarField = G1.ScalarField

    /// Returns e(p, q); one if either is infinity.
    static func pairing(_ p: AffinePoint<G1>, _ q: AffinePoint<G2>) -> Target

    /// Returns Π e(p, q) over the pairs; one for none.
    ///
    /// Pairs share the squarings of the Miller loop and the final exponentiation, so that each further
    /// one costs a good deal less than the first.
    static func pairingProduct(_ pairs: [(AffinePoint<G1>, AffinePoint<G2>)]) -> Target

    /// Returns `q` prepared; worth it where more than one pairing is made with it.
    static func prepare(_ q: AffinePoint<G2>) -> PreparedG2

    /// Returns Π e(p, q) over the pairs of both lists; one for none.
    static func pairingProduct(
        _ pairs: [(AffinePoint<G1>, AffinePoint<G2>)], prepared: [(AffinePoint<G1>, PreparedG2)]
    ) -> Target
}
