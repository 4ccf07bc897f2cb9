import EllipticCurves

extension PairingCurve {
    /// Returns whether `b` is the same multiple of `a` as `d` is of `c`, and none of them is infinity:
    /// e(a, d) = e(b, c). Two Miller loops and one final exponentiation.
    ///
    /// - Precondition: all points are in the groups of order r.
    static func haveSameRatio(
        _ a: AffinePoint<G1>, _ b: AffinePoint<G1>, _ c: AffinePoint<G2>, _ d: AffinePoint<G2>
    ) -> Bool {
        guard !a.isInfinity, !b.isInfinity, !c.isInfinity, !d.isInfinity else { return false }
        return pairingProduct([(a, d), (-b, c)]) == .one
    }
}
