public import Groth16

/// A proof as in snarkjs's `proof.json`.
public enum ProofFile {
    /// The greatest length that the reader takes.
    public static let byteLimit = 1 << 16

    private struct Contents: Codable {
        var pi_a: [String]
        var pi_b: [[String]]
        var pi_c: [String]
        var `protocol`: String?
        var curve: String?
    }

    /// Returns the proof in a file. Protocol and curve may be missing, as rapidsnark leaves them out.
    ///
    /// - Throws: `FormatError`; all points are checked.
    public static func decode<Curve: InterchangeCurve>(
        _ bytes: [UInt8], on curve: Curve.Type = Curve.self
    ) throws(FormatError) -> Proof<Curve> {
        let contents = try JSONText.decode(Contents.self, from: bytes, limit: byteLimit, path: "proof")
        try Curve.check(protocolName: contents.protocol, curveName: contents.curve, "proof")
        return Proof(
            a: try Curve.g1(contents.pi_a, "proof.pi_a"), b: try Curve.g2(contents.pi_b, "proof.pi_b"),
            c: try Curve.g1(contents.pi_c, "proof.pi_c"))
    }

    /// Returns the bytes of the file of a proof.
    public static func encode<Curve: InterchangeCurve>(_ proof: Proof<Curve>) -> [UInt8] {
        JSONText.encode(
            Contents(
                pi_a: Curve.text(proof.a), pi_b: Curve.text(proof.b), pi_c: Curve.text(proof.c),
                protocol: "groth16", curve: Curve.snarkjsName))
    }
}
