public import CircuitFormats
import EllipticCurves
import FiniteFields

extension PowersOfTauFile where Curve: CeremonyCurve {
    /// Returns the powers with their Lagrange bases on all domains, which is what circuits need of them.
    ///
    /// About 2^(p + 1) · (p + 1) multiplications in G1 for τ, half as many each for α and β, and in G2: for
    /// powers above 2^20, hours.
    ///
    /// - Throws: `FormatError` where a point is not on the curve.
    public func prepared(progress: (Double) -> Void = { _ in }) throws(FormatError) -> Self {
        try powers.validatePoints(.curve)
        // In multiplications in G1, those in G2 costing three times as much.
        let lists = (0...power).reduce(0.0) { $0 + Self.work($1) }
        let total = lists * 6 + Self.work(power + 1)
        var done = 0.0
        func bases<G>(_ points: PointArray<G>, upTo last: Int, weight: Double) -> PointArray<G> {
            var result: [AffinePoint<G>] = []
            result.reserveCapacity((2 << last) - 1)
            for logarithm in 0...last {
                let basis = points.lagrangeBasis(logarithm) { count in
                    done += Double(count) * weight
                    progress(done / total)
                }
                result.append(contentsOf: basis)
            }
            return PointArray(result)
        }
        var file = self
        file.lagrange = LagrangePowers(
            tau1: bases(powers.tau1, upTo: power + 1, weight: 1),
            tau2: bases(powers.tau2, upTo: power, weight: 3),
            alphaTau1: bases(powers.alphaTau1, upTo: power, weight: 1),
            betaTau1: bases(powers.betaTau1, upTo: power, weight: 1))
        return file
    }

    /// The multiplications of one list.
    private static func work(_ logarithm: Int) -> Double {
        Double(1 << logarithm) * (1 + Double(logarithm) / 2)
    }
}
