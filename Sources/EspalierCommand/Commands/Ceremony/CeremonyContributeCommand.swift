import ArgumentParser
import Espalier

/// `espalier ceremony contribute`: secrets times a number that is forgotten.
struct CeremonyContributeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contribute", abstract: "Contribute to powers of tau or to a key.",
        discussion: """
            Draws numbers from the system's randomness, multiplies the secrets of the file by them, and forgets \
            them when it ends. With --entropy - a text is read from standard \
            input and mixed in; --entropy TEXT does the same, but others on this machine can see it. Publish \
            the hash that is printed: verify shows it to everybody, and you can see that your contribution is there. \
            Check what you received before, with verify.

            EXAMPLES
              espalier ceremony contribute powers0.ptau --name Ada --output powers1.ptau
              espalier ceremony contribute pruned0.zkey --name Grace --entropy - --output pruned1.zkey
            """)

    @Argument(help: "What the party before wrote (.ptau or .zkey).")
    var file: String

    @Option(help: "Your name, for the record; 64 characters at most.")
    var name = ""

    @Option(help: "A text that is mixed into the system's randomness; - reads it from standard input.")
    var entropy = ""

    @Option(name: .shortAndLong, help: "The file for the next party.")
    var output: String

    @OptionGroup var speech: OutputOptions

    func run() throws {
        var text = entropy
        if entropy == "-" {
            text = ""
            while let line = readLine(strippingNewline: false) { text += line }
        }
        let contribution = CeremonyContribution(source: .system(entropy: text), name: name, speech: speech)
        try contribution.run(on: file, writing: output)
    }
}
