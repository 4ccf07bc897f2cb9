import EllipticCurves

/// A way to write points of a group as bytes, by the name that both sides of the exchange call it. Another encoding of
/// the project gets its name here.
struct NamedEncoding<G: ShortWeierstrassCurve> {
    let read: ([UInt8]) throws -> AffinePoint<G>
    let write: (AffinePoint<G>) -> [UInt8]

    static var names: [String] {
        ["compact", "gnark", "zcash", "zcash-uncompressed"].filter { named($0) != nil }
    }

    static func named(_ name: String) -> NamedEncoding? {
        if name == "compact" {
            return NamedEncoding(read: { try AffinePoint(compactBytes: $0) }, write: \.compactBytes)
        }
        if name == "gnark", let group = G.self as? any LibraryEncodedCurve.Type { return gnark(group) }
        guard let group = G.self as? any ZcashEncodedCurve.Type else { return nil }
        return zcash(name, group)
    }

    private static func gnark<L: LibraryEncodedCurve>(_: L.Type) -> NamedEncoding? {
        // L is G.
        NamedEncoding<L>(read: { try AffinePoint($0, as: .gnark) }, write: { $0.bytes(as: .gnark) })
            as? NamedEncoding
    }

    private static func zcash<Z: ZcashEncodedCurve>(_ name: String, _: Z.Type) -> NamedEncoding? {
        let encoding: NamedEncoding<Z>?
        switch name {
        case "zcash":
            encoding = NamedEncoding<Z>(
                read: { try AffinePoint(compressedBytes: $0) }, write: \.compressedBytes)
        case "zcash-uncompressed":
            encoding = NamedEncoding<Z>(
                read: { try AffinePoint(uncompressedBytes: $0) }, write: \.uncompressedBytes)
        default: encoding = nil
        }
        // Z is G.
        return encoding as? NamedEncoding
    }
}
