/// The hashes that large ceremonies begin with: to compute one takes as long as to read all of its points.
enum FirstChallenges {
    /// Returns the hash for a power, or nil where it is soon computed.
    static func known<Curve: CeremonyCurve>(power: Int, on curve: Curve.Type) -> [UInt8]? {
        guard let text = knownFirstChallenges[Curve.snarkjsName]?[power] else { return nil }
        let digits = text.compactMap(\.hexDigitValue)
        precondition(digits.count == 2 * Blake2b.byteCount, "a hash of 64 bytes")
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(16 * digits[$0] + digits[$0 + 1]) }
    }
}
