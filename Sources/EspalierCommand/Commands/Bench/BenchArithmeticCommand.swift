import ArgumentParser
import Espalier

/// `espalier bench arithmetic`: what proofs are made of.
struct BenchArithmeticCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "arithmetic",
        abstract: "Measure sums of multiples, transforms and pairings.",
        discussion: """
            Sums of multiples of distinct points by dense scalars in both groups, the number-theoretic \
            transform over the scalar field, and one pairing. Prints medians.

            EXAMPLES
              espalier bench arithmetic --size 2^18
              ESPALIER_BACKEND=portable espalier bench arithmetic --size 2^18 --runs 5
              espalier bench arithmetic --size 2^14 --curve bls12-381
            """)

    @Option(help: "The number of terms, and of points of the transform, as 2^N or as a number; 2^4 … 2^24.")
    var size = PowerOfTwo(logarithm: 16)

    @OptionGroup var curve: CurveOption

    @Option(help: "Measured runs of each step.")
    var runs = 9

    @OptionGroup var speech: OutputOptions

    func validate() throws {
        guard (1...1000).contains(runs) else { throw ValidationError("--runs takes 1 … 1000") }
    }

    func run() throws {
        let benchmark = ArithmeticBenchmark(curve: curve.name, logarithm: size.logarithm, runs: runs)
        let result = benchmark.run(progress: speech.progress)
        try speech.report(result) { result.text() }
    }
}
