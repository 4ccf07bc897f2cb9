import Espalier

/// `espalier prove --zkey --witness`: any circuit's key and witness to a proof.
extension ProveCommand {
    private struct Result: Encodable {
        let curve: CurveName
        let proof: String
        let publicValues: String
        /// How many there are.
        let publicCount: Int
        /// Whether the key says that nobody has contributed to it.
        let development: Bool
        let proveSeconds: Double
    }

    func run<Curve: InterchangeCurve>(_: Curve.Type, zkey: String, witness: String) throws {
        for path in [output, publicOutput] { try FileTransaction.requireWritable(path) }
        let clock = ContinuousClock.now
        let prover = try WitnessProver<Curve>(contentsOf: zkey)
        let claim = try prover.prove(witness: witness)
        let seconds = clock.duration(to: .now) / .seconds(1)
        try NetworkProof(proof: claim.proof, publicValues: claim.publicInputs)
            .write(proof: output, publicValues: publicOutput)
        let result = Result(
            curve: CurveName(of: Curve.self), proof: output, publicValues: publicOutput,
            publicCount: claim.publicInputs.count, development: prover.contributionCount == 0,
            proveSeconds: seconds)
        let count = result.publicCount
        let neighbour = FileName.verifyingKey(beside: zkey)
        let next =
            "espalier verify --key \(neighbour.map(FileName.quoted) ?? "VERIFYING_KEY.json") --proof "
            + "\(FileName.quoted(output)) --public \(FileName.quoted(publicOutput))"
            + (neighbour != nil && result.development ? " --allow-development" : "")
        try speech.report(result, next: next) {
            var lines = [
                "proved \(count == 1 ? "1 public value" : "\(NumberText.grouped(count)) public values") on "
                    + "\(Curve.name) and verified it, in \(NumberText.duration(seconds: seconds))",
                output, publicOutput,
            ]
            if result.development {
                lines.append("Nobody has contributed to this key: its maker can forge such proofs.")
            }
            return lines.joined(separator: "\n")
        }
    }
}
