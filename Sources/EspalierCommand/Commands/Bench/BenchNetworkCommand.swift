import ArgumentParser
import Espalier

/// `espalier bench network`: how long the steps of a network's proof take on this machine.
struct BenchNetworkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "network", abstract: "Measure the proof of a network's answer.",
        discussion: """
            Without a network, takes a dense 784–128–ReLU–10 with random 8-bit weights that have the \
            spread of trained ones: its circuit is about as large. Prints medians.

            EXAMPLES
              espalier bench
              espalier bench network --network pruned.int.onnx --weights private --runs 9
              espalier bench network --curve bls12-381
            """)

    @Option(help: "An integer network (ONNX); without it, a random dense one.")
    var network: String?

    @OptionGroup var options: CompileOptionArguments

    @OptionGroup var curve: CurveOption

    @Option(help: "Measured runs of prove and of verify.")
    var runs = 5

    @OptionGroup var speech: OutputOptions

    func validate() throws {
        guard (1...1000).contains(runs) else { throw ValidationError("--runs takes 1 … 1000") }
    }

    func run() throws {
        let integerNetwork =
            try network.map { try IntegerNetwork(contentsOf: $0) } ?? Benchmark.randomShallowNet()
        let benchmark = Benchmark(
            network: integerNetwork, options: options.options, curve: curve.name, runs: runs)
        let result = try benchmark.run(progress: speech.progress)
        try speech.report(result) {
            Benchmark.Step.table(
                result.steps,
                title: "\(result.curve), \(NumberText.grouped(result.constraints)) constraints, domain "
                    + "\(NumberText.grouped(result.domainSize)), \(NumberText.grouped(result.publicValues)) "
                    + "public values, \(result.cores) cores, \(result.backend) backend"
            ).rendered()
        }
    }
}
