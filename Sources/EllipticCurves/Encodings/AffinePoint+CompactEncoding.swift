import FiniteFields

/// The flags in the last byte of a compact form.
private enum CompactFlag {
    /// y is the larger of y and −y.
    static let largerY: UInt8 = 0x80
    static let infinity: UInt8 = 0x40
    static let all = largerY | infinity
}

/// Points of any curve as x and one bit: the canonical bytes of x, least significant byte first, of F_p² c0 ‖ c1,
/// with flags in the two highest bits of the last byte, which p leaves free in all fields of the project. These are
/// the bytes that arkworks gives points of BN254. Infinity is all zeros but for its flag.
extension AffinePoint {
    /// The number of bytes of a compact form: 32 in G1 of BN254 and 64 in G2, 48 and 96 on BLS12-381.
    public static var compactByteCount: Int { Curve.BaseField.byteCount }

    /// The compact form; a point has exactly one.
    public var compactBytes: [UInt8] {
        var bytes = x.littleEndianBytes
        if isInfinity {
            bytes[bytes.count - 1] |= CompactFlag.infinity
        } else if y.isLargerThanNegative {
            bytes[bytes.count - 1] |= CompactFlag.largerY
        }
        return bytes
    }

    /// Returns the point of a compact form. A square root, and the check of the subgroup.
    ///
    /// - Throws: unless it is a point of the group.
    @specialized(where Curve == BN254.G1)
    @specialized(where Curve == BN254.G2)
    @specialized(where Curve == BLS12381.G1)
    @specialized(where Curve == BLS12381.G2)
    public init(compactBytes bytes: [UInt8]) throws(PointEncodingError) {
        guard bytes.count == Self.compactByteCount, let last = bytes.last else { throw .wrongLength }
        let flags = last & CompactFlag.all
        var bytes = bytes
        bytes[bytes.count - 1] &= ~CompactFlag.all
        if flags & CompactFlag.infinity != 0 {
            guard flags == CompactFlag.infinity, bytes.allSatisfy({ $0 == 0 }) else { throw .wrongFlags }
            self = .infinity
            return
        }
        guard let x = Curve.BaseField(littleEndianBytes: bytes) else { throw .notCanonical }
        // A point with y = 0 has order 2: it is none of the group, and both its forms would be the same.
        guard let root = (x.squared() * x + Curve.b).squareRoot(), !root.isZero else { throw .notOnCurve }
        let isLarger = flags & CompactFlag.largerY != 0
        self.init(uncheckedX: x, y: root.isLargerThanNegative == isLarger ? root : -root)
        guard Curve.isInPrimeOrderSubgroup(self) else { throw .notInSubgroup }
    }
}
