import Espalier
import Testing

@Suite struct Groth16BenchmarkTests {
    /// The made-up circuit fills the domain, its proof verifies (the benchmark throws otherwise), and a
    /// missing Python only leaves the comparison out.
    @Test(arguments: Groth16Benchmark.Values.allCases, [4, 7])
    func fillsTheDomain(values: Groth16Benchmark.Values, logarithm: Int) throws {
        let benchmark = Groth16Benchmark(
            logarithm: logarithm, values: values, runs: 2, python: "/nowhere/python")
        let result = try benchmark.run()
        #expect(result.domainSize == 1 << logarithm)
        #expect(result.constraints == 1 << logarithm - 2)
        #expect(result.steps.map(\.name) == ["setup", "prove", "verify"])
        #expect(result.peakBytes > 0 && result.arkworks == nil)
    }

    /// groth16py knows BN254 only: it is not even looked for.
    @Test func otherCurvesAreMeasuredWithoutComparison() throws {
        let result = try Groth16Benchmark(
            curve: .bls12381, logarithm: 4, values: .dense, runs: 1, python: "/nowhere/python"
        ).run()
        #expect(result.curve == .bls12381 && result.domainSize == 16)
        let text = result.text()
        #expect(text.hasPrefix("BLS12-381, 14 constraints"))
        #expect(text.hasSuffix("groth16py knows BN254 only: nothing to compare with on BLS12-381"))
    }
}
