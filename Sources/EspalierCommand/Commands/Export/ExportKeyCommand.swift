import ArgumentParser
import Espalier

/// `espalier export key`: a verifying key in the form of another tool.
struct ExportKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Write a verifying key as arkworks, gnark or snarkjs would.",
        discussion: """
            Reads the verifying key in a proving key (.zkey), or by itself (.vkey.json, or with --from what arkworks \
            or gnark have written). gnark's form has two points \
            more, which only a proving key knows. What neither arkworks nor gnark can say is lost: the ranges of \
            public values, which a verifier has to check all the same, and whether it is a development key. Keys of \
            circuits with hidden wires are refused: their verifiers need the registration (model check --write-key \
            makes an ordinary key of both).

            What stands in NAME.vkey.json beside NAME.zkey is taken over into snarkjs's form. Without it the key has no \
            ranges, and counts as a development key: only ceremony export, which checks a ceremony, writes others.

            EXAMPLES
              espalier export key circuit.zkey --to gnark --output circuit.vk
              espalier export key circuit.zkey --to snarkjs --output circuit.vkey.json
              espalier export key circuit.vk --from gnark --to snarkjs --output circuit.vkey.json
            """)

    @Argument(help: "The key (.zkey or .vkey.json).")
    var key: String

    @Option(name: .customLong("to"), help: "arkworks (0.5), gnark (0.11 and later) or snarkjs.")
    var encoding: ExportEncoding

    @Option(help: "The key is a verifying key that arkworks or gnark has written.")
    var from: ExportEncoding?

    @Option(help: "With --from arkworks or gnark: the key's curve, which its bytes do not say.")
    var curve = CurveName.bn254

    @Option(name: .shortAndLong, help: "The file to write.")
    var output: String

    @OptionGroup var speech: OutputOptions

    private struct Result: Encodable {
        let curve: CurveName
        let output: String
        let bytes: Int
        let publicCount: Int
        let development: Bool
    }

    func run() throws {
        let curve = from?.points == nil ? CurveName.forReading(key) : curve
        try run(on: curve.curve)
    }

    private func verifyingKey<Curve: InterchangeCurve>() throws -> VerifyingKeyFile<Curve> {
        guard let points = from?.points else { return try VerifyingKeyFile(contentsOf: key) }
        let bytes = try ArtifactFile.read(key, limit: VerifyingKeyFile<Curve>.byteLimit)
        return try FileError.naming(key) { try VerifyingKeyFile(decoding: bytes, as: points) }
    }

    private func run<Curve: InterchangeCurve>(on _: Curve.Type) throws {
        try FileTransaction.requireWritable(output)
        guard !FileTransaction.isSame(key, output) else {
            throw FileError(.mismatch(reason: "this is the key itself; name another output"), path: output)
        }
        let prover =
            try from == nil && key.hasSuffix(".zkey") ? WitnessProver<Curve>(contentsOf: key) : nil
        let provingKey = prover?.key
        let file = try prover?.verifyingKeyFile ?? verifyingKey()
        guard file.hidden == nil else { throw UnexportableKey(path: key, reason: .hidden) }
        let exported: [UInt8]
        switch encoding {
        case .snarkjs: exported = file.encoded()
        case .arkworks: exported = file.key.arkworksBytes
        case .gnark:
            guard let provingKey else { throw UnexportableKey(path: key, reason: .needsProvingKey) }
            exported = provingKey.gnarkVerifyingKeyBytes
        }
        var files = FileTransaction()
        try files.add(exported, to: output)
        try files.commit()
        let result = Result(
            curve: CurveName(of: Curve.self), output: output, bytes: exported.count,
            publicCount: file.key.publicCount, development: file.isDevelopment)
        try speech.report(result) {
            "\(output): a verifying key on \(Curve.name) as \(encoding.rawValue) writes it, "
                + NumberText.size(bytes: exported.count)
        }
    }
}

/// A verifying key cannot be written in a form.
struct UnexportableKey: CommandError {
    enum Reason {
        case hidden, needsProvingKey
    }

    let exitCode: Int32 = 1
    let path: String
    let reason: Reason

    var description: String {
        switch reason {
        case .hidden:
            "\(path): weights or inputs of this key's circuit are committed, which no other tool knows; model check "
                + "--write-key makes an ordinary key of it and a registration"
        case .needsProvingKey:
            "\(path): gnark's form has two points that only the proving key knows; name the .zkey"
        }
    }
}
