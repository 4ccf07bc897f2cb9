import ArgumentParser
import Espalier

/// `espalier inspect`: what is this file?
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Say what a file is, its shape, and its cost by region.",
        discussion: """
            Knows networks (ONNX, float and integer), circuits (.r1cs, .circuit.json), witnesses (.wtns), \
            keys (.zkey, .vkey.json), proofs, public values, images (PGM), arrays (.npy) and IDX files.

            EXAMPLES
              espalier inspect pruned.r1cs
              espalier inspect pruned.vkey.json --json
            """)

    @Argument(help: "Any file.")
    var file: String

    @OptionGroup var speech: OutputOptions

    func run() throws {
        let inspection = try Inspection(of: file)
        try speech.report(inspection) { inspection.text() }
    }
}
