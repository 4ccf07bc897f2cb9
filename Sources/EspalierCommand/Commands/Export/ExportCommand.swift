import ArgumentParser

/// `espalier export`: artifacts in the forms of other tools.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write proofs and keys in the forms of other tools.",
        discussion: "EXAMPLE\n  espalier export proof proof.json --to gnark --output proof.bin",
        subcommands: [ExportProofCommand.self, ExportKeyCommand.self])
}
