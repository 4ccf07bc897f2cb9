import ArgumentParser

/// `espalier bench`: how long things take on this machine.
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure setup, prove and verify on this machine.",
        discussion: """
            EXAMPLES
              espalier bench
              espalier bench groth16 --size 2^16 --witness dense
              espalier bench groth16 --size 2^16 --curve bls12-381
            """,
        subcommands: [BenchNetworkCommand.self, BenchGroth16Command.self],
        defaultSubcommand: BenchNetworkCommand.self)
}
