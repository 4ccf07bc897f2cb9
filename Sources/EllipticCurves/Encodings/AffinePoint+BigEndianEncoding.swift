/// The two highest bits of the first byte.
private enum BigEndianFlag {
    /// y is the smaller of y and −y.
    static let smallerY: UInt8 = 0x80
    static let largerY: UInt8 = 0xc0
    static let infinity: UInt8 = 0x40
    static let all: UInt8 = 0xc0
}

/// Points of any curve as x and two flags, most significant byte first, of F_p² c1 ‖ c0: the compact form backwards,
/// with other flags. These are the bytes that gnark gives points of BN254. What has neither flag is no compressed
/// point: with it gnark begins x ‖ y.
extension AffinePoint {
    /// The form; a point has exactly one, as long as its compact form.
    public var bigEndianCompactBytes: [UInt8] {
        var bytes = Array(compactBytes.reversed())
        switch bytes[0] & BigEndianFlag.all {
        // The compact form has a flag for the larger y and none for the smaller, and for infinity the same.
        case 0: bytes[0] |= BigEndianFlag.smallerY
        case 0x80: bytes[0] |= BigEndianFlag.largerY
        default: break
        }
        return bytes
    }

    /// Returns the point of a form. A square root, and the check of the subgroup.
    ///
    /// - Throws: unless it is a point of the group.
    public init(bigEndianCompactBytes bytes: [UInt8]) throws(PointEncodingError) {
        guard bytes.count == Self.compactByteCount, let first = bytes.first else { throw .wrongLength }
        var bytes = bytes
        switch first & BigEndianFlag.all {
        case BigEndianFlag.smallerY: bytes[0] ^= 0x80
        case BigEndianFlag.largerY: bytes[0] ^= 0x40
        case BigEndianFlag.infinity: break
        default: throw .wrongFlags
        }
        try self.init(compactBytes: bytes.reversed())
    }
}
