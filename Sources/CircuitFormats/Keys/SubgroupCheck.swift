import EllipticCurves
import FiniteFields

/// Membership of many points in the subgroup of order r at once.
enum SubgroupCheck {
    /// Lists from this length on are checked as a whole.
    static var batchCount: Int { 64 }
    private static var weightBits: Int { 13 }
    private static var rounds: Int { 10 }

    /// Returns whether all points, which are known to lie on the curve, lie in the subgroup.
    ///
    /// Tests Σ w_k P_k for independent weights w_k < 2^13, ten times. Let a point be outside: its class in
    /// the group of the curve modulo the subgroup has an order of at least the smallest prime factor p of
    /// the cofactor (10,069 for G2 of BN254). With all other weights fixed, the sum is in the subgroup for
    /// one residue of w_k modulo that order at most, which a weight takes with a probability of at most
    /// ⌈2^13/p⌉/2^13 = 2^−13. Ten rounds make 2^−130.
    static func holds<G: ShortWeierstrassCurve>(
        _ points: [AffinePoint<G>], using generator: inout some RandomNumberGenerator
    ) -> Bool {
        if points.count < batchCount { return points.allSatisfy(G.isInPrimeOrderSubgroup) }
        for _ in 0..<rounds {
            let weights = points.map { _ in
                G.ScalarField(
                    Int(truncatingIfNeeded: (generator.next() as UInt64) >> UInt64(64 - weightBits)))
            }
            guard G.isInPrimeOrderSubgroup(multiScalarMultiply(points, weights).affine) else { return false }
        }
        return true
    }
}
