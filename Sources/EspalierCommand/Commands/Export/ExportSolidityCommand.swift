import ArgumentParser
import Espalier

/// `espalier export solidity`: a key to a contract.
struct ExportSolidityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "solidity", abstract: "Write a verifier contract in Solidity.",
        discussion: """
            \(ContractWriting.discussion)

            The text is parsed, but not compiled, by the tests of the project; that of export vyper, line for \
            line the same, is compiled and run.

            EXAMPLES
              espalier export solidity pruned.vkey.json --output Verifier.sol --allow-development
              espalier export solidity pruned.vkey.json --model pruned.registration --placement calldata \\
                --allow-development
            """)

    @OptionGroup var contract: ContractOptions

    @OptionGroup var files: ContractFileOptions

    @OptionGroup var speech: OutputOptions

    func run() throws {
        try ContractWriting(contract: contract, files: files, speech: speech).write(in: .solidity)
    }
}
