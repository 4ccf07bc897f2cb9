import ArgumentParser
import Espalier

/// `espalier input check`: is a commitment sound?
struct InputCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check a commitment, and learn its fingerprint.",
        discussion: """
            Ends with 0 if the commitment is sound and for this key, with 1 if it is not, with 2 if it could not \
            be checked. verify checks the commitment that it is given, too.

            EXAMPLE
              espalier input check seven.commitment --key pruned.vkey.json
            """)

    @Argument(help: "The commitment (.commitment).")
    var commitment: String

    @Option(help: "The verifying key (.vkey.json, or the name given to setup).")
    var key: String

    @OptionGroup var speech: OutputOptions

    private struct Result: Encodable {
        let curve: CurveName
        let sound: Bool
        let reason: String?
        let fingerprint: String
        let label: String
    }

    func run() throws {
        let key = FileName.key(key, suffix: ".vkey.json")
        try run(CurveName.forReading(key).curve, key: key)
    }

    private func run<Curve: InterchangeCurve>(_: Curve.Type, key path: String) throws {
        let published: InputCommitment<Curve>
        let committed: CommittedCircuit<Curve>
        do {
            let file = try VerifyingKeyFile<Curve>(contentsOf: path)
            committed = try FileError.naming(path) { try file.committedCircuit() }
            published = try InputFiles.commitment(
                contentsOf: FileName.key(commitment, suffix: InputFiles.commitmentSuffix))
        } catch {
            throw Unverifiable(error)
        }
        var reason: String?
        do {
            _ = try PreparedInput(checking: published, for: committed)
        } catch {
            reason = ErrorSentence(error)?.text ?? "\(error)"
        }
        let result = Result(
            curve: CurveName(of: Curve.self), sound: reason == nil, reason: reason,
            fingerprint: published.fingerprint.description, label: published.label)
        try speech.report(result) {
            reason.map { "not sound: \($0)" }
                ?? """
                sound: \(published.label.isEmpty ? "no label" : "\"\(published.label.onSingleLine)\"")
                fingerprint \(result.fingerprint)
                """
        }
        if reason != nil { throw ExitCode(1) }
    }
}
