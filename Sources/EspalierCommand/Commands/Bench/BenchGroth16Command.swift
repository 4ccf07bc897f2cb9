public import ArgumentParser
public import Espalier

extension Groth16Benchmark.Values: ExpressibleByArgument {}

/// `espalier bench groth16`: the proof system alone, at any size.
struct BenchGroth16Command: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "groth16", abstract: "Measure Groth16 on a made-up circuit of a given size.",
        discussion: """
            Where Python and the PyPI package groth16py (Rust arkworks) are installed, it does the same \
            work on the same files in the same run, and the ratio is printed. It knows BN254 only.

            EXAMPLES
              espalier bench groth16 --size 2^16
              espalier bench groth16 --size 2^18 --witness bits --python /tmp/venv/bin/python
              espalier bench groth16 --size 2^14 --curve bls12-381
            """)

    @Option(help: "The size of the evaluation domain, as 2^N or as a number; 2^4 … 2^24.")
    var size = PowerOfTwo(logarithm: 14)

    @OptionGroup var curve: CurveOption

    @Option(help: "dense: full-size numbers. bits: 95 % of the wires are 0 or 1, as in networks.")
    var witness = Groth16Benchmark.Values.dense

    @Option(help: "Measured runs of prove and of verify.")
    var runs = 3

    @Option(help: "The Python that has groth16py.")
    var python = "python3"

    @OptionGroup var speech: OutputOptions

    func validate() throws {
        guard (1...1000).contains(runs) else { throw ValidationError("--runs takes 1 … 1000") }
    }

    func run() throws {
        let benchmark = Groth16Benchmark(
            curve: curve.name, logarithm: size.logarithm, values: witness, runs: runs, python: python)
        let result = try benchmark.run(progress: speech.progress)
        try speech.report(result) { result.text() }
    }
}
