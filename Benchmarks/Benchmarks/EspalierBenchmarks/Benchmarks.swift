import Benchmark
import EllipticCurves
import FiniteFields

/// All benchmarks; the generated `main` calls this.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .cpuTotal, .peakMemoryResident], warmupIterations: 1,
        maxDuration: .seconds(1), maxIterations: 10_000)

    fieldBenchmarks("BN254 Fp", BN254.BaseField.self)
    fieldBenchmarks("BN254 Fr", BN254.ScalarField.self)
    fieldBenchmarks("BLS12-381 Fp", BLS12381.BaseField.self)
    fieldBenchmarks("BLS12-381 Fr", BLS12381.ScalarField.self)

    transformBenchmarks("BN254", BN254.ScalarField.self)
    transformBenchmarks("BLS12-381", BLS12381.ScalarField.self)

    curveBenchmarks("BN254", BN254.self)
    curveBenchmarks("BLS12-381", BLS12381.self)

    groth16Benchmarks("BN254", BN254.self)
    groth16Benchmarks("BLS12-381", BLS12381.self)
}
