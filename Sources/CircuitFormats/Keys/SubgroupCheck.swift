import EllipticCurves
import FiniteFields

/// Membership of many points in the subgroup of order r at once.
///
/// Tests Σ w_k P_k for independent weights w_k < 2^13, several times. Let a point be outside: its class in the
/// group of the curve modulo the subgroup has an order of at least p, the least prime of the cofactor. With all
/// other weights fixed, the sum is in the subgroup for one residue of w_k modulo that order at most, which a
/// weight takes with a probability of at most ⌈2^13/p⌉/2^13.
struct SubgroupCheck {
    /// Lists from this length on are checked as a whole.
    private static var batchCount: Int { 64 }
    private static var weightBits: Int { 13 }
    /// The sums that make the probability of an error less than 2^−128.
    private let rounds: Int

    /// - Parameter leastPrime: p, more than 1.
    init(leastPrimeOfCofactor leastPrime: Int) {
        let weights = 1 << Self.weightBits
        // Of 2^13 weights at most ⌈2^13/p⌉ go through: at least ⌊log2⌋ bits per round.
        let passing = (weights + leastPrime - 1) / leastPrime
        let bits = Int.bitWidth - 1 - (weights / passing).leadingZeroBitCount
        rounds = (128 + bits - 1) / bits
    }

    /// Returns whether all points, which are known to lie on the curve, lie in the subgroup.
    ///
    /// `multiScalarMultiply` takes small weights as the integers that they are, on whatever points.
    func holds<G: ShortWeierstrassCurve>(
        _ points: [AffinePoint<G>], using generator: inout some RandomNumberGenerator
    ) -> Bool {
        if points.count < Self.batchCount { return points.allSatisfy(G.isInPrimeOrderSubgroup) }
        for _ in 0..<rounds {
            let weights = points.map { _ in
                let word: UInt64 = generator.next()
                return G.ScalarField(Int(truncatingIfNeeded: word >> UInt64(64 - Self.weightBits)))
            }
            guard G.isInPrimeOrderSubgroup(multiScalarMultiply(points, weights).affine) else { return false }
        }
        return true
    }
}
