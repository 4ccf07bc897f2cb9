import EllipticCurves
import FiniteFields

extension ByteReader {
    /// Returns a point in Montgomery form, on the curve.
    private mutating func readUncheckedPoint<G: ShortWeierstrassCurve>(
        _ group: G.Type
    ) throws(FormatError) -> AffinePoint<G> {
        let bytes = try take(2 * G.BaseField.byteCount)
        let middle = bytes.startIndex + G.BaseField.byteCount
        guard let x = G.BaseField(montgomeryLittleEndianBytes: bytes[..<middle]),
            let y = G.BaseField(montgomeryLittleEndianBytes: bytes[middle...])
        else { throw FormatError(.notCanonical, path) }
        let point = AffinePoint<G>(uncheckedX: x, y: y)
        guard point.isOnCurve else { throw FormatError(.notOnCurve, path) }
        return point
    }

    /// Returns a point in Montgomery form, on the curve and in the subgroup.
    mutating func readPoint<G: ShortWeierstrassCurve>(
        _ group: G.Type = G.self
    ) throws(FormatError) -> AffinePoint<G> {
        let point = try readUncheckedPoint(G.self)
        guard G.isInPrimeOrderSubgroup(point) else { throw FormatError(.notInSubgroup, path) }
        return point
    }

    /// Returns the `count` points that make up the rest, on the curve, and checked to be in the subgroup where
    /// a check is given.
    @specialized(where G == BN254.G1)
    @specialized(where G == BN254.G2)
    mutating func readPoints<G: ShortWeierstrassCurve>(
        _ count: Int, of group: G.Type = G.self, _ check: SubgroupCheck?
    ) throws(FormatError) -> [AffinePoint<G>] {
        try expectRemaining(count, of: 2 * G.BaseField.byteCount)
        var points: [AffinePoint<G>] = []
        points.reserveCapacity(count)
        for _ in 0..<count { points.append(try readUncheckedPoint(G.self)) }
        var generator = SystemRandomNumberGenerator()
        if let check, !check.holds(points, using: &generator) {
            throw FormatError(.notInSubgroup, path)
        }
        return points
    }
}

extension ByteWriter {
    mutating func write<G: ShortWeierstrassCurve>(_ point: AffinePoint<G>) {
        write(point.x.montgomeryLittleEndianBytes)
        write(point.y.montgomeryLittleEndianBytes)
    }

    @specialized(where G == BN254.G1)
    @specialized(where G == BN254.G2)
    mutating func write<G: ShortWeierstrassCurve>(_ points: [AffinePoint<G>]) {
        reserve(points.count * 2 * G.BaseField.byteCount)
        for point in points { write(point) }
    }
}
