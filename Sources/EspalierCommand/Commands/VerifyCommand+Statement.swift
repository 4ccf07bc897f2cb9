import ArgumentParser
import Espalier

/// `espalier verify` under the key of any circuit: what public values mean is not known.
extension VerifyCommand {
    private struct Result: Encodable {
        let curve: CurveName
        let valid: Bool
        /// Why not, where it is not valid.
        let reason: String?
        let publicValues: [String]
        let claim: String
        let verifySeconds: Double
    }

    /// - Throws: `ExitCode(1)` where the proof does not hold; other errors where it cannot be checked.
    func verify<Curve: InterchangeCurve>(_ file: VerifyingKeyFile<Curve>, from key: String) throws {
        guard image.name == nil else { throw NoNetworksKey(path: key, what: "an image") }
        guard commitments.model == nil, commitments.inputCommitment == nil else {
            throw NoNetworksKey(path: key, what: "a registration or a commitment")
        }
        let verdict = try StatementVerdict(
            proofFile: proof, publicValues: publicValues, keyFile: key, file,
            allowingDevelopmentKey: allowDevelopment)
        let values = verdict.publicValues
        let result = Result(
            curve: CurveName(of: Curve.self), valid: verdict.isValid, reason: verdict.reason,
            publicValues: values,
            claim: "somebody knows a witness of the key's circuit with these public values",
            verifySeconds: verdict.seconds)
        try speech.report(result) {
            if let reason = result.reason { return "invalid: \(reason)" }
            let shown = values.prefix(20).enumerated().map { "  \($0.offset)  \($0.element)" }
            let rest = values.count > shown.count ? ["  and \(values.count - shown.count) more"] : []
            let count =
                values.count == 1 ? "1 public value" : "\(NumberText.grouped(values.count)) public values"
            return
                (["valid: \(result.claim) (\(count))"] + shown + rest
                + ["checked in \(NumberText.duration(seconds: verdict.seconds))"]).joined(separator: "\n")
        }
        if !result.valid { throw ExitCode(1) }
    }
}

/// Something that only goes with the key of a network was named with another key.
struct NoNetworksKey: CommandError {
    let exitCode: Int32 = 2
    let path: String
    let what: String

    var description: String {
        "\(path) does not say that it is a network's key: proofs under it cannot be compared with \(what)"
    }
}
