public import EllipticCurves
public import Groth16

/// Proofs as arkworks and gnark write them: A ‖ B ‖ C, each point compressed.
///
/// gnark lets circuits commit to some of their wires, and appends the number of commitments, 32 bits with the most
/// significant byte first, the commitments, and a proof of knowledge of them. Here there are none: the number is zero,
/// and the proof of knowledge is the point at infinity.
extension ProofFile {
    /// The number of bytes of a proof: 128 and 164 on BN254, 192 and 244 on BLS12-381.
    public static func byteCount<Curve: InterchangeCurve>(
        of encoding: PointEncoding, on curve: Curve.Type
    ) -> Int {
        let points = 2 * AffinePoint<Curve.G1>.compactByteCount + AffinePoint<Curve.G2>.compactByteCount
        return switch encoding {
        case .arkworks: points
        case .gnark: points + 4 + AffinePoint<Curve.G1>.compactByteCount
        }
    }

    /// The library whose proofs have the length of these bytes; nil where only JSON may be this long.
    ///
    /// No proof in JSON is as short as that: the coordinates of B alone take more digits, but for a part of the group
    /// that nobody meets.
    public static func encoding<Curve: InterchangeCurve>(
        of bytes: some Collection<UInt8>, on curve: Curve.Type
    ) -> PointEncoding? {
        PointEncoding.allCases.first { byteCount(of: $0, on: curve) == bytes.count }
    }

    /// Returns the proof in a file: as arkworks or gnark write it, which its length tells, otherwise in JSON.
    ///
    /// - Throws: `FormatError`; all points are checked.
    public static func decode<Curve: InterchangeCurve>(
        anyOf bytes: [UInt8], on curve: Curve.Type = Curve.self
    ) throws(FormatError) -> Proof<Curve> {
        if let encoding = encoding(of: bytes, on: curve) { return try decode(bytes, as: encoding) }
        return try decode(bytes)
    }

    /// Returns the bytes that a library gives a proof.
    public static func encode<Curve: InterchangeCurve>(
        _ proof: Proof<Curve>, as encoding: PointEncoding
    ) -> [UInt8] {
        let points =
            proof.a.bytes(as: encoding) + proof.b.bytes(as: encoding) + proof.c.bytes(as: encoding)
        return switch encoding {
        case .arkworks: points
        case .gnark: points + [0, 0, 0, 0] + AffinePoint<Curve.G1>.infinity.bytes(as: encoding)
        }
    }

    /// Returns the proof that a library has written.
    ///
    /// - Throws: `FormatError`; all points are checked. A proof with gnark's commitments is refused: what it says is
    ///   more than Groth16's equation.
    public static func decode<Curve: InterchangeCurve>(
        _ bytes: [UInt8], as encoding: PointEncoding, on curve: Curve.Type = Curve.self
    ) throws(FormatError) -> Proof<Curve> {
        var reader = CompressedReader(bytes, encoding)
        let proof = Proof<Curve>(
            a: try reader.readPoint("proof.a"), b: try reader.readPoint("proof.b"),
            c: try reader.readPoint("proof.c"))
        if encoding == .gnark {
            guard try reader.readBigEndian32("proof.commitments") == 0 else {
                throw FormatError(.unsupportedProtocol, "proof.commitments")
            }
            let knowledge: AffinePoint<Curve.G1> = try reader.readPoint("proof.commitmentPok")
            guard knowledge.isInfinity else { throw FormatError(.inconsistent, "proof.commitmentPok") }
        }
        try reader.expectEnd("proof")
        return proof
    }
}
