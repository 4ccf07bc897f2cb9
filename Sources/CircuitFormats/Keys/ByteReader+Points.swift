import EllipticCurves
import FiniteFields

extension ByteReader {
    /// Returns a point in Montgomery form, on the curve and in the subgroup.
    mutating func readPoint<G: ShortWeierstrassCurve>(
        _ group: G.Type = G.self
    ) throws(FormatError) -> AffinePoint<G> {
        let bytes = try take(2 * G.BaseField.byteCount)
        let middle = bytes.startIndex + G.BaseField.byteCount
        guard let x = G.BaseField(montgomeryLittleEndianBytes: bytes[..<middle]),
            let y = G.BaseField(montgomeryLittleEndianBytes: bytes[middle...])
        else { throw FormatError(.notCanonical, path) }
        let point = AffinePoint<G>(uncheckedX: x, y: y)
        guard point.isOnCurve else { throw FormatError(.notOnCurve, path) }
        guard G.isInPrimeOrderSubgroup(point) else { throw FormatError(.notInSubgroup, path) }
        return point
    }

    /// Returns the `count` points that make up the rest, on the curve and in the subgroup.
    mutating func readPoints<G: ShortWeierstrassCurve>(
        _ count: Int, of group: G.Type = G.self
    ) throws(FormatError) -> [AffinePoint<G>] {
        let points = try viewPoints(count, of: G.self)
        try points.validate(.subgroup, path: path)
        return Array(points)
    }

    /// Returns the `count` points that make up the rest, and that are not looked at.
    mutating func viewPoints<G: ShortWeierstrassCurve>(
        _ count: Int, of group: G.Type = G.self
    ) throws(FormatError) -> PointArray<G> {
        try expectRemaining(count, of: PointArray<G>.pointSize)
        let bytes = takeRest()
        return PointArray(unvalidated: bytes.memory, ownedBy: bytes.owner)
    }
}

extension PointArray {
    /// Demands that all points are on the curve, and in the subgroup if that is asked for.
    package func validate(_ validation: PointValidation, path: String) throws(FormatError) {
        if let point = firstInvalidPoint() {
            let code: FormatError.Code = point.flaw == .notCanonical ? .notCanonical : .notOnCurve
            throw FormatError(code, "\(path)[\(point.index)]")
        }
        guard validation == .subgroup, !Curve.isWholeCurve else { return }
        var generator = SystemRandomNumberGenerator()
        if !areInPrimeOrderSubgroup(Array(self), using: &generator) {
            throw FormatError(.notInSubgroup, path)
        }
    }
}

extension ByteWriter {
    mutating func write<G: ShortWeierstrassCurve>(_ point: AffinePoint<G>) {
        write(point.x.montgomeryLittleEndianBytes)
        write(point.y.montgomeryLittleEndianBytes)
    }
}
