import Benchmark
import FiniteFields
import Polynomials

/// Number-theoretic transforms, with all cores.
func transformBenchmarks<F: PrimeField>(_ name: String, _ field: F.Type) {
    for logarithm in Sizes.logarithms {
        Benchmark("\(name) NTT 2^\(logarithm)") { _, transform in
            transform.run()
        } setup: {
            Transform<F>(logarithm: logarithm)
        }
    }
}

private final class Transform<F: PrimeField> {
    private let domain: EvaluationDomain<F>
    private var values: [F]

    init(logarithm: Int) {
        guard let domain = EvaluationDomain<F>(logarithm: logarithm) else {
            fatalError("the field has no roots of unity of order 2^\(logarithm)")
        }
        self.domain = domain
        var generator = SeededGenerator()
        values = (0..<domain.size).map { _ in F.random(using: &generator) }
    }

    /// Values become those of the polynomial that has them as coefficients.
    func run() { domain.evaluate(&values) }
}
