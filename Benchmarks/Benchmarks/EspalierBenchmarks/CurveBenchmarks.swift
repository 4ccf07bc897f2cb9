import Benchmark
import EllipticCurves
import FiniteFields

/// Sums of multiples in both groups, and pairings.
func curveBenchmarks<Curve: PairingCurve>(_ name: String, _ curve: Curve.Type) {
    multiplicationBenchmarks("\(name) G1", Curve.G1.self)
    multiplicationBenchmarks("\(name) G2", Curve.G2.self)

    Benchmark("\(name) pairing") { _ in
        blackHole(Curve.pairing(Curve.G1.generator, Curve.G2.generator))
    }
    Benchmark("\(name) product of three pairings") { _ in
        let pair = (Curve.G1.generator, Curve.G2.generator)
        blackHole(Curve.pairingProduct([pair, pair, pair]))
    }
}

/// Dense scalars and, as most wires of a network's circuit are, bits.
private func multiplicationBenchmarks<G: ShortWeierstrassCurve>(_ name: String, _ group: G.Type) {
    for logarithm in Sizes.logarithms {
        Benchmark("\(name) MSM 2^\(logarithm)") { _, sum in
            blackHole(multiScalarMultiply(sum.points, sum.scalars))
        } setup: {
            Summands<G>(count: 1 << logarithm) { .random(using: &$0) }
        }
        Benchmark("\(name) MSM 2^\(logarithm), bits") { _, sum in
            blackHole(multiScalarMultiply(sum.points, sum.scalars))
        } setup: {
            Summands<G>(count: 1 << logarithm) { Bool.random(using: &$0) ? .one : .zero }
        }
    }
}

private struct Summands<G: ShortWeierstrassCurve> {
    /// As a key has them.
    let points: PointArray<G>
    let scalars: [G.ScalarField]

    init(count: Int, scalar: (inout SeededGenerator) -> G.ScalarField) {
        var generator = SeededGenerator()
        let multiples = (0..<count).map { _ in G.ScalarField.random(using: &generator) }
        points = PointArray(FixedBaseTable(G.generator, expectedCount: count).multiply(multiples))
        scalars = (0..<count).map { _ in scalar(&generator) }
    }
}
