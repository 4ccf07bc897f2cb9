import CircuitFormats
import EllipticCurves
import FiniteFields
import Foundation
import NeuralNetworks
import Polynomials

/// Measures what a proof is made of: sums of multiples, transforms, pairings.
public struct ArithmeticBenchmark: Sendable {
    public var curve: CurveName
    /// Sums have 2^logarithm terms, and the transform as many points.
    public var logarithm: Int
    public var runs: Int

    /// - Precondition: `logarithm > 1`, `runs > 0`.
    public init(curve: CurveName = .bn254, logarithm: Int, runs: Int) {
        precondition(logarithm > 1 && runs > 0, "there is something to measure")
        self.curve = curve
        self.logarithm = logarithm
        self.runs = runs
    }

    /// What was measured.
    public struct Result: Codable, Hashable, Sendable {
        public var curve: CurveName
        public var size: Int
        public var cores: Int
        /// Which implementation of field arithmetic ran.
        public var backend: String
        public var steps: [Benchmark.Step]

        /// All of it as text for a terminal.
        package func text() -> String {
            Benchmark.Step.table(
                steps,
                title: "\(curve), size \(NumberText.grouped(size)), dense scalars, \(cores) cores, "
                    + "\(backend) backend"
            ).rendered()
        }
    }

    /// Runs each step `runs` times after a warm-up.
    public func run(progress: @escaping ProgressHandler = { _ in }) -> Result {
        run(on: curve.curve, progress: progress)
    }

    private func run<Curve: InterchangeCurve>(
        on _: Curve.Type, progress: @escaping ProgressHandler
    ) -> Result {
        var generator = SeededGenerator(seed: 1)
        var scalars = (0..<1 << logarithm).map { _ in Curve.ScalarField.random(using: &generator) }
        var stopwatch = Stopwatch(runs: runs, warmUp: true, progress: progress)
        measureSum(in: Curve.G1.self, "sum in G1", scalars, &stopwatch)
        measureSum(in: Curve.G2.self, "sum in G2", scalars, &stopwatch)
        guard let domain = EvaluationDomain<Curve.ScalarField>(logarithm: logarithm) else {
            preconditionFailure("the fields of known curves have domains of 2^24 points")
        }
        stopwatch.measure("transform") { domain.evaluate(&scalars) }
        _ = stopwatch.measure("pairing") { Curve.pairing(Curve.G1.generator, Curve.G2.generator) }
        return Result(
            curve: curve, size: domain.size, cores: ProcessInfo.processInfo.activeProcessorCount,
            backend: FieldBackend.current.name, steps: stopwatch.steps)
    }

    private func measureSum<G: ShortWeierstrassCurve>(
        in _: G.Type, _ name: String, _ scalars: [G.ScalarField], _ stopwatch: inout Stopwatch
    ) {
        let points = PointArray(
            FixedBaseTable(G.generator, expectedCount: scalars.count).multiply(scalars.reversed()))
        _ = stopwatch.measure(name) { multiScalarMultiply(points, scalars) }
    }
}
