import ArgumentParser

/// `espalier export`: what others need to verify.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write verifier contracts for the EVM, and the calls for their proofs.",
        discussion: """
            EXAMPLES
              espalier export vyper pruned.vkey.json --allow-development
              espalier export solidity pruned.vkey.json --allow-development
              espalier export calldata pruned.vkey.json --proof proof.json --public public.json \\
                --allow-development
            """,
        subcommands: [ExportSolidityCommand.self, ExportVyperCommand.self, ExportCalldataCommand.self])
}
