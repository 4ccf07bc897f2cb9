import ArgumentParser
import Espalier

/// `espalier export proof`: a proof in the form of another tool.
struct ExportProofCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proof", abstract: "Write a proof as arkworks, gnark or snarkjs would.",
        discussion: """
            Reads a proof in any of these forms, and checks that its points are where they belong; whether it holds \
            is verify's business, which reads all of them too. arkworks and gnark write compressed points: \
            128 and 164 bytes on BN254, 192 and 244 on BLS12-381. Public values stay in public.json.

            EXAMPLES
              espalier export proof proof.json --to gnark --output proof.bin
              espalier export proof proof.bin --to snarkjs --output proof.json
            """)

    @Argument(help: "The proof.")
    var proof: String

    @Option(name: .customLong("to"), help: "arkworks (0.5), gnark (0.11 and later) or snarkjs.")
    var encoding: ExportEncoding

    @Option(name: .shortAndLong, help: "The file to write.")
    var output: String

    @OptionGroup var speech: OutputOptions

    private struct Result: Encodable {
        let curve: CurveName
        let output: String
        let bytes: Int
    }

    func run() throws {
        let bytes = try ArtifactFile.read(proof, limit: 1 << 20)
        let curve = CurveName(ofEncodedProof: bytes) ?? .forReading(proof)
        try run(on: curve.curve, bytes)
    }

    private func run<Curve: InterchangeCurve>(on _: Curve.Type, _ bytes: [UInt8]) throws {
        try FileTransaction.requireWritable(output)
        guard !FileTransaction.isSame(proof, output) else {
            throw FileError(.mismatch(reason: "this is the proof itself; name another output"), path: output)
        }
        let proof: Proof<Curve> = try FileError.naming(proof) { try ProofFile.decode(anyOf: bytes) }
        let exported = encoding.points.map { ProofFile.encode(proof, as: $0) } ?? ProofFile.encode(proof)
        var files = FileTransaction()
        try files.add(exported, to: output)
        try files.commit()
        let result = Result(curve: CurveName(of: Curve.self), output: output, bytes: exported.count)
        try speech.report(result) {
            "\(output): a proof on \(Curve.name) as \(encoding.rawValue) writes it, "
                + NumberText.size(bytes: exported.count)
        }
    }
}
