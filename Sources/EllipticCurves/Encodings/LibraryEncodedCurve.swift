import FiniteFields

/// A curve whose points other libraries write in compressed forms that are known here.
public protocol LibraryEncodedCurve: ShortWeierstrassCurve {
    /// Returns the compressed form of a point; a point has exactly one.
    static func encode(_ point: AffinePoint<Self>, as encoding: PointEncoding) -> [UInt8]

    /// Returns the point of a compressed form. A square root, and the check of the subgroup.
    ///
    /// - Throws: unless it is the one form of a point of the group.
    static func decode(
        _ bytes: [UInt8], as encoding: PointEncoding
    ) throws(PointEncodingError) -> AffinePoint<Self>
}

extension AffinePoint where Curve: LibraryEncodedCurve {
    /// Returns the point as a library writes it: 32 bytes in G1 of BN254 and 64 in G2, 48 and 96 on BLS12-381.
    public func bytes(as encoding: PointEncoding) -> [UInt8] { Curve.encode(self, as: encoding) }

    /// Returns the point that a library has written.
    ///
    /// - Throws: unless the bytes are the one form of a point of the group.
    public init(_ bytes: [UInt8], as encoding: PointEncoding) throws(PointEncodingError) {
        self = try Curve.decode(bytes, as: encoding)
    }
}

/// BLS12-381: zcash's form, whatever the library.
extension LibraryEncodedCurve where Self: ZcashEncodedCurve {
    public static func encode(_ point: AffinePoint<Self>, as encoding: PointEncoding) -> [UInt8] {
        point.compressedBytes
    }

    public static func decode(
        _ bytes: [UInt8], as encoding: PointEncoding
    ) throws(PointEncodingError) -> AffinePoint<Self> {
        try AffinePoint(compressedBytes: bytes)
    }
}

extension BLS12381.G1: LibraryEncodedCurve {}
extension BLS12381.G2: LibraryEncodedCurve {}

/// A curve whose p leaves two bits free: arkworks puts the least significant byte first, gnark the most significant.
public protocol CompactlyEncodedCurve: ShortWeierstrassCurve {}

extension LibraryEncodedCurve where Self: CompactlyEncodedCurve {
    public static func encode(_ point: AffinePoint<Self>, as encoding: PointEncoding) -> [UInt8] {
        switch encoding {
        case .arkworks: point.compactBytes
        case .gnark: point.bigEndianCompactBytes
        }
    }

    public static func decode(
        _ bytes: [UInt8], as encoding: PointEncoding
    ) throws(PointEncodingError) -> AffinePoint<Self> {
        switch encoding {
        case .arkworks: try AffinePoint(compactBytes: bytes)
        case .gnark: try AffinePoint(bigEndianCompactBytes: bytes)
        }
    }
}

extension BN254.G1: LibraryEncodedCurve, CompactlyEncodedCurve {}
extension BN254.G2: LibraryEncodedCurve, CompactlyEncodedCurve {}
