import EllipticCurves

/// A way to write points of a group as bytes, by the name that both sides of the exchange call it. Another encoding of
/// the project gets its name here.
struct PointEncoding<G: ShortWeierstrassCurve> {
    let read: ([UInt8]) throws -> AffinePoint<G>
    let write: (AffinePoint<G>) -> [UInt8]

    static var names: [String] { ["compact", "zcash", "zcash-uncompressed"].filter { named($0) != nil } }

    static func named(_ name: String) -> PointEncoding? {
        if name == "compact" {
            return PointEncoding(read: { try AffinePoint(compactBytes: $0) }, write: \.compactBytes)
        }
        guard let group = G.self as? any ZcashEncodedCurve.Type else { return nil }
        return zcash(name, group)
    }

    private static func zcash<Z: ZcashEncodedCurve>(_ name: String, _: Z.Type) -> PointEncoding? {
        let encoding: PointEncoding<Z>?
        switch name {
        case "zcash":
            encoding = PointEncoding<Z>(
                read: { try AffinePoint(compressedBytes: $0) }, write: \.compressedBytes)
        case "zcash-uncompressed":
            encoding = PointEncoding<Z>(
                read: { try AffinePoint(uncompressedBytes: $0) }, write: \.uncompressedBytes)
        default: encoding = nil
        }
        // Z is G.
        return encoding as? PointEncoding
    }
}
