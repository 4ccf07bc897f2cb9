import ArgumentParser
import Espalier

/// `espalier input commit`: an image to a commitment and its opening.
struct InputCommitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commit", abstract: "Commit to an image, blinded afresh.",
        discussion: """
            Writes NAME.commitment, which is public and tells nothing of the image, and NAME.input, which holds \
            it and is readable by its owner alone: whoever proves needs it.

            EXAMPLE
              espalier input commit --key pruned.vkey.json --image seven.pgm --label "case 4711" --output seven
            """)

    @Option(help: "The verifying key (.vkey.json, or the name given to setup).")
    var key: String

    @OptionGroup var image: ImageOptions

    @Option(help: "Any text of at most 64 bytes, such as the image's number in a register.")
    var label = ""

    @Option(name: .shortAndLong, help: "The files' name: NAME.commitment and NAME.input.")
    var output = "image"

    @Flag(help: "Replace files of an earlier commitment.")
    var replace = false

    @OptionGroup var speech: OutputOptions

    func validate() throws {
        guard image.name != nil else {
            throw ValidationError("name the image: --image FILE, or --test-image N")
        }
    }

    private struct Result: Encodable {
        let curve: CurveName
        let commitment: String
        let opening: String
        let fingerprint: String
    }

    func run() throws {
        let key = FileName.key(key, suffix: ".vkey.json")
        try run(CurveName.forReading(key).curve, key: key)
    }

    private func run<Curve: InterchangeCurve>(_: Curve.Type, key path: String) throws {
        let (commitmentPath, openingPath) = (
            output + InputFiles.commitmentSuffix, output + InputFiles.openingSuffix
        )
        for path in [commitmentPath, openingPath] {
            try FileTransaction.requireWritable(path)
            if !replace { try FileTransaction.requireNew(path) }
        }
        let file = try VerifyingKeyFile<Curve>(contentsOf: path)
        guard let input = try image.load(progress: speech.progress) else { return }
        let committed = try FileError.naming(path) { try file.commitment(to: input, label: label) }
        try InputFiles.write(committed.commitment, opening: committed.opening, to: output)
        let result = Result(
            curve: CurveName(of: Curve.self), commitment: commitmentPath, opening: openingPath,
            fingerprint: committed.commitment.fingerprint.description)
        try speech.report(result) {
            """
            fingerprint \(result.fingerprint)
            \(commitmentPath) (public)
            \(openingPath) (secret: it holds the image)
            """
        }
    }
}
