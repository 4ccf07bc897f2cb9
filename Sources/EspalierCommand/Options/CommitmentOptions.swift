public import ArgumentParser
public import Espalier

extension Fingerprint: ExpressibleByArgument {
    public init?(argument: String) { self.init(hexadecimal: argument) }
}

/// Which registered model and which committed input a proof is about.
struct CommitmentOptions: ParsableArguments {
    @Option(help: "The model's registration (.registration), where weights are committed.")
    var model: String?

    @Option(
        name: .customLong("input-commitment"),
        help: "The input's commitment (.commitment), where inputs are committed.")
    var inputCommitment: String?

    func registration<Curve: InterchangeCurve>(_: Curve.Type) throws -> ModelRegistration<Curve>? {
        try model.map { try ModelFiles.registration(contentsOf: FileName.key($0, suffix: ".registration")) }
    }

    /// The commitment, checked for the circuit of a key.
    func input<Curve: InterchangeCurve>(
        for file: VerifyingKeyFile<Curve>
    ) throws -> PreparedInput<Curve>? {
        guard let inputCommitment else { return nil }
        let path = FileName.key(inputCommitment, suffix: ".commitment")
        let commitment = try InputFiles.commitment(contentsOf: path, on: Curve.self)
        return try FileError.naming(path) {
            try PreparedInput(checking: commitment, for: file.committedCircuit())
        }
    }
}
