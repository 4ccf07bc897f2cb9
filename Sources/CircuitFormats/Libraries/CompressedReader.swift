import EllipticCurves

/// Reads what a library has written, one compressed point after the other.
struct CompressedReader {
    private let bytes: [UInt8]
    private let encoding: PointEncoding
    private var position = 0

    init(_ bytes: [UInt8], _ encoding: PointEncoding) {
        self.bytes = bytes
        self.encoding = encoding
    }

    /// The number of bytes that are left.
    private var remaining: Int { bytes.count - position }

    private mutating func take(_ count: Int, _ path: String) throws(FormatError) -> ArraySlice<UInt8> {
        guard count <= remaining else { throw FormatError(.truncated, path) }
        defer { position += count }
        return bytes[position..<position + count]
    }

    mutating func readPoint<Curve: LibraryEncodedCurve>(
        _ path: String
    ) throws(FormatError) -> AffinePoint<Curve> {
        let bytes = try take(AffinePoint<Curve>.compactByteCount, path)
        do {
            return try AffinePoint(Array(bytes), as: encoding)
        } catch {
            throw FormatError(.init(error), path)
        }
    }

    /// Returns as many points as a count before them says, with its bytes in the library's order: 64 bits in arkworks,
    /// 32 in gnark. The count is checked before memory is taken.
    mutating func readPoints<Curve: LibraryEncodedCurve>(
        _ path: String
    ) throws(FormatError) -> [AffinePoint<Curve>] {
        let count: UInt64 =
            switch encoding {
            case .arkworks: try take(8, path).reversed().reduce(0) { $0 << 8 | UInt64($1) }
            case .gnark: UInt64(try readBigEndian32(path))
            }
        guard count <= UInt64(remaining / AffinePoint<Curve>.compactByteCount) else {
            throw FormatError(.truncated, path)
        }
        var points: [AffinePoint<Curve>] = []
        points.reserveCapacity(Int(count))
        for index in 0..<Int(count) { points.append(try readPoint("\(path)[\(index)]")) }
        return points
    }

    /// Returns 32 bits, the most significant byte first.
    mutating func readBigEndian32(_ path: String) throws(FormatError) -> UInt32 {
        try take(4, path).reduce(0) { $0 << 8 | UInt32($1) }
    }

    func expectEnd(_ path: String) throws(FormatError) {
        if remaining != 0 { throw FormatError(.trailingBytes, path) }
    }
}

extension FormatError.Code {
    fileprivate init(_ error: PointEncodingError) {
        switch error {
        case .wrongLength: self = .wrongLength
        case .wrongFlags, .notCanonical: self = .notCanonical
        case .notOnCurve: self = .notOnCurve
        case .notInSubgroup: self = .notInSubgroup
        }
    }
}
