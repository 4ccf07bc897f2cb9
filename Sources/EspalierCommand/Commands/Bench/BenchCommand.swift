import ArgumentParser

/// `espalier bench`: how long things take on this machine.
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure setup, prove, verify and their arithmetic on this machine.",
        discussion: """
            EXAMPLES
              espalier bench
              espalier bench groth16 --size 2^16 --witness dense
              espalier bench groth16 --size 2^16 --curve bls12-381
              espalier bench arithmetic --size 2^18
            """,
        subcommands: [BenchNetworkCommand.self, BenchGroth16Command.self, BenchArithmeticCommand.self],
        defaultSubcommand: BenchNetworkCommand.self)
}
