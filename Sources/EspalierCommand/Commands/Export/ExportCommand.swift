import ArgumentParser

/// `espalier export`: what others need to verify.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write proofs, keys and verifier contracts in the forms of other tools.",
        discussion: """
            EXAMPLES
              espalier export proof proof.json --to gnark --output proof.bin
              espalier export vyper pruned.vkey.json --allow-development
              espalier export solidity pruned.vkey.json --allow-development
              espalier export calldata pruned.vkey.json --proof proof.json --public public.json \\
                --allow-development
            """,
        subcommands: [
            ExportProofCommand.self, ExportKeyCommand.self, ExportSolidityCommand.self,
            ExportVyperCommand.self, ExportCalldataCommand.self,
        ])
}
