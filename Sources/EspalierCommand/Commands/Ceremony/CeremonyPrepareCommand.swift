import ArgumentParser
import Espalier

/// `espalier ceremony prepare`: powers of tau in the bases that circuits need.
struct CeremonyPrepareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prepare", abstract: "Compute from powers of tau what all circuits need of them.",
        discussion: """
            Writes the powers with their Lagrange bases for every size of domain, which takes some seconds for 2^12 \
            and twice as long for each power more. Nothing is random or secret: verify checks the result.

            EXAMPLE
              espalier ceremony prepare powers4.ptau --output powers.ptau
            """)

    @Argument(help: "The powers of tau (.ptau).")
    var powers: String

    @Option(name: .shortAndLong, help: "The file to write (.ptau).")
    var output: String

    @OptionGroup var speech: OutputOptions

    private struct Result: Encodable {
        let curve: CurveName
        let output: String
        let power: Int
        let bytes: Int
    }

    func run() throws { try run(CurveName.forReading(powers).curve) }

    private func run<Curve: CeremonyCurve>(_: Curve.Type) throws {
        try FileTransaction.requireWritable(output)
        let file = try CeremonyFile<Curve>.powers(contentsOf: powers)
        let step = "Prepare the powers"
        let prepared = try FileError.naming(powers) {
            try file.prepared { speech.progress(.running(step, fraction: $0)) }
        }
        speech.progress(.finished(step, summary: "2^\(prepared.power)"))
        try CeremonyFile.powers(prepared).write(to: output)
        let result = Result(
            curve: CurveName(of: Curve.self), output: output, power: prepared.power,
            bytes: try ArtifactFile.size(of: output))
        try speech.report(result, next: "espalier ceremony verify \(FileName.quoted(output))") {
            """
            prepared powers of tau for 2^\(result.power) on \(Curve.name)
            \(output) (\(NumberText.size(bytes: result.bytes)))
            """
        }
    }
}
