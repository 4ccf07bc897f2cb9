import CircuitFormats
import EllipticCurves
import Groth16

/// One proof of a certificate, with the answer that it proves; the pixels are the verifier's own.
///
/// Bytes: the image's index, four bytes; A, B and C in compact form; the outputs, sixteen bytes each in two's
/// complement, least significant byte first.
struct CertificateRecord<Curve: InterchangeCurve>: Hashable, Sendable {
    var index: Int
    var proof: Proof<Curve>
    /// Logits, or the class alone.
    var outputs: [Int128]

    static func byteCount(outputCount: Int) -> Int { 4 + proofByteCount + 16 * outputCount }

    private static var proofByteCount: Int {
        2 * AffinePoint<Curve.G1>.compactByteCount + AffinePoint<Curve.G2>.compactByteCount
    }

    init(index: Int, proof: Proof<Curve>, outputs: [Int128]) {
        self.index = index
        self.proof = proof
        self.outputs = outputs
    }

    var encoded: [UInt8] {
        UInt32(index).littleEndianBytes + proof.a.compactBytes + proof.b.compactBytes + proof.c.compactBytes
            + outputs.flatMap(\.littleEndianBytes)
    }

    /// - Parameter bytes: as many as a record has.
    /// - Throws: for what is no point of its group.
    init(decoding bytes: ArraySlice<UInt8>) throws(PointEncodingError) {
        let g1 = AffinePoint<Curve.G1>.compactByteCount
        index = Self.index(of: bytes)
        let points = bytes.dropFirst(4)
        proof = Proof(
            a: try AffinePoint(compactBytes: Array(points.prefix(g1))),
            b: try AffinePoint(compactBytes: Array(points.prefix(Self.proofByteCount - g1).dropFirst(g1))),
            c: try AffinePoint(
                compactBytes: Array(points.prefix(Self.proofByteCount).dropFirst(Self.proofByteCount - g1))))
        let values = points.dropFirst(Self.proofByteCount)
        outputs = stride(from: values.startIndex, to: values.endIndex, by: 16).map {
            Int128(littleEndianBytes: values[$0..<$0 + 16])
        }
    }

    /// The image's index alone.
    static func index(of bytes: ArraySlice<UInt8>) -> Int { Int(UInt32(littleEndianBytes: bytes.prefix(4))) }
}
