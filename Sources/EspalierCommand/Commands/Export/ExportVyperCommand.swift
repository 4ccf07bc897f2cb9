import ArgumentParser
import Espalier

/// `espalier export vyper`: a key to a contract.
struct ExportVyperCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vyper", abstract: "Write a verifier contract in Vyper.",
        discussion: """
            \(ContractWriting.discussion)

            EXAMPLES
              espalier export vyper pruned.vkey.json --output verifier.vy --allow-development
              espalier export vyper pruned.vkey.json --model pruned.registration --placement calldata \\
                --allow-development
            """)

    @OptionGroup var contract: ContractOptions

    @OptionGroup var files: ContractFileOptions

    @OptionGroup var speech: OutputOptions

    func run() throws {
        try ContractWriting(contract: contract, files: files, speech: speech).write(in: .vyper)
    }
}
