public import EllipticCurves

/// One party's contribution to the second phase, as a .zkey file records it; read and written, not checked.
public struct ZKeyContribution<Curve: InterchangeCurve>: Hashable, Sendable {
    /// [δ]₁ after the contribution.
    public var deltaAfter: AffinePoint<Curve.G1>
    /// The proof of knowledge of the factor: s, s to the factor, and a point of G2 to the factor.
    public var s: AffinePoint<Curve.G1>
    public var sx: AffinePoint<Curve.G1>
    public var spx: AffinePoint<Curve.G2>
    /// The hash of all that came before; 64 bytes.
    public var transcript: [UInt8]
    public var kind: ContributionKind
    public var parameters: ContributionParameters

    /// - Precondition: the transcript has 64 bytes.
    public init(
        deltaAfter: AffinePoint<Curve.G1>, s: AffinePoint<Curve.G1>, sx: AffinePoint<Curve.G1>,
        spx: AffinePoint<Curve.G2>, transcript: [UInt8], kind: ContributionKind,
        parameters: ContributionParameters
    ) {
        precondition(transcript.count == 64, "a transcript is 64 bytes")
        self.deltaAfter = deltaAfter
        self.s = s
        self.sx = sx
        self.spx = spx
        self.transcript = transcript
        self.kind = kind
        self.parameters = parameters
    }
}

extension ZKeyContribution {
    init(reading reader: inout ByteReader) throws(FormatError) {
        deltaAfter = try reader.readPoint()
        s = try reader.readPoint()
        sx = try reader.readPoint()
        spx = try reader.readPoint()
        transcript = Array(try reader.take(64))
        kind = try ContributionKind(reading: &reader)
        parameters = try ContributionParameters(reading: &reader, kind)
    }

    func write(to writer: inout ByteWriter) {
        writer.write(deltaAfter)
        writer.write(s)
        writer.write(sx)
        writer.write(spx)
        writer.write(transcript)
        writer.write(kind.rawValue)
        parameters.write(to: &writer)
    }
}
