import FiniteFields

/// The flags in the first byte.
private enum Flag {
    static let compressed: UInt8 = 0x80
    static let infinity: UInt8 = 0x40
    /// Of a compressed point: y is the larger of y and −y.
    static let largerY: UInt8 = 0x20
    static let all = compressed | infinity | largerY
}

extension AffinePoint where Curve: ZcashEncodedCurve {
    /// The compressed form: 48 bytes in G1 of BLS12-381, 96 in G2.
    public var compressedBytes: [UInt8] {
        var bytes = x.bigEndianBytes
        bytes[0] |= Flag.compressed
        if isInfinity {
            bytes[0] |= Flag.infinity
        } else if y.isLargerThanNegative {
            bytes[0] |= Flag.largerY
        }
        return bytes
    }

    /// The uncompressed form: 96 bytes in G1 of BLS12-381, 192 in G2.
    public var uncompressedBytes: [UInt8] {
        var bytes = x.bigEndianBytes + y.bigEndianBytes
        if isInfinity { bytes[0] |= Flag.infinity }
        return bytes
    }

    /// Returns the point of a compressed form; a point has exactly one. A square root, and the check of
    /// the subgroup.
    ///
    /// - Throws: unless it is a point of the group.
    public init(compressedBytes bytes: some Collection<UInt8>) throws(PointEncodingError) {
        let (flags, bytes) = try Self.split(bytes, count: Curve.BaseField.byteCount)
        guard flags & Flag.compressed != 0 else { throw .wrongFlags }
        if flags & Flag.infinity != 0 {
            guard flags == Flag.compressed | Flag.infinity, bytes.allSatisfy({ $0 == 0 }) else {
                throw .wrongFlags
            }
            self = .infinity
            return
        }
        let x = try Self.coordinate(bytes)
        // y is never zero: the curve has odd order.
        guard let root = (x.squared() * x + Curve.b).squareRoot() else { throw .notOnCurve }
        let isLarger = flags & Flag.largerY != 0
        self.init(uncheckedX: x, y: root.isLargerThanNegative == isLarger ? root : -root)
        guard Curve.isInPrimeOrderSubgroup(self) else { throw .notInSubgroup }
    }

    /// Returns the point of an uncompressed form; a point has exactly one.
    ///
    /// - Throws: unless it is a point of the group.
    public init(uncompressedBytes bytes: some Collection<UInt8>) throws(PointEncodingError) {
        let (flags, bytes) = try Self.split(bytes, count: 2 * Curve.BaseField.byteCount)
        if flags == Flag.infinity {
            guard bytes.allSatisfy({ $0 == 0 }) else { throw .wrongFlags }
            self = .infinity
            return
        }
        guard flags == 0 else { throw .wrongFlags }
        let x = try Self.coordinate(bytes.prefix(Curve.BaseField.byteCount))
        let y = try Self.coordinate(bytes.dropFirst(Curve.BaseField.byteCount))
        self.init(uncheckedX: x, y: y)
        // (0, 0) stands for infinity elsewhere; here it is a point off the curve.
        guard !isInfinity, isOnCurve else { throw .notOnCurve }
        guard Curve.isInPrimeOrderSubgroup(self) else { throw .notInSubgroup }
    }

    /// Returns the flags, and the bytes without them.
    private static func split(
        _ bytes: some Collection<UInt8>, count: Int
    ) throws(PointEncodingError) -> (flags: UInt8, bytes: [UInt8]) {
        guard bytes.count == count else { throw .wrongLength }
        var bytes = Array(bytes)
        let flags = bytes[0] & Flag.all
        bytes[0] &= ~Flag.all
        return (flags, bytes)
    }

    private static func coordinate(
        _ bytes: some Collection<UInt8>
    ) throws(PointEncodingError) -> Curve.BaseField {
        guard let coordinate = Curve.BaseField(littleEndianBytes: Array(bytes).reversed()) else {
            throw .notCanonical
        }
        return coordinate
    }
}

extension CoordinateField {
    /// The canonical encoding backwards: c1 ‖ c0, most significant byte first.
    fileprivate var bigEndianBytes: [UInt8] { littleEndianBytes.reversed() }
}
