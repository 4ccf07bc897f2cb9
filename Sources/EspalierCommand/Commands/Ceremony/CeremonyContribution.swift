import Espalier

/// What `contribute` and `beacon` do.
struct CeremonyContribution {
    let source: ContributionSource
    let name: String
    let speech: OutputOptions

    private struct Result: Encodable {
        let curve: CurveName
        let output: String
        let contribution: Int
        let hash: String
    }

    func run(on file: String, writing output: String) throws {
        try run(CurveName.forReading(file).curve, on: file, writing: output)
    }

    private func run<Curve: CeremonyCurve>(_: Curve.Type, on file: String, writing output: String) throws {
        try FileTransaction.requireWritable(output)
        guard !FileTransaction.isSame(file, output) else {
            throw FileError(
                .mismatch(reason: "this is the file to contribute to; name another output"), path: output)
        }
        let before = try CeremonyFile<Curve>(contentsOf: file)
        let after = try FileError.naming(file) {
            try before.contributing(source, name: name, progress: speech.progress)
        }
        try after.write(to: output)
        let result = Result(
            curve: CurveName(of: Curve.self), output: output, contribution: after.contributionCount,
            hash: HexadecimalText.text(after.lastHash ?? []))
        try speech.report(result) {
            """
            contribution \(result.contribution)
            hash \(result.hash)
            \(output)
            """
        }
    }
}
