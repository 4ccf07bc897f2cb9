import EllipticCurves
import FiniteFields

/// Points as snarkjs writes them: projective coordinates in base ten, [x, y, 1], infinity being [0, 1, 0].
extension InterchangeCurve {
    static func text(_ point: AffinePoint<G1>) -> [String] {
        point.isInfinity ? ["0", "1", "0"] : [point.x.description, point.y.description, "1"]
    }

    static func text(_ point: AffinePoint<G2>) -> [[String]] {
        if point.isInfinity { return [["0", "0"], ["1", "0"], ["0", "0"]] }
        return [point.x, point.y].map { coefficients($0).map(\.description) } + [["1", "0"]]
    }

    static func text(_ target: Target) -> [[[String]]] {
        coefficients(target).map { $0.map { $0.map(\.description) } }
    }

    /// Returns the point of G1 in a text, on the curve and in the subgroup.
    static func g1(_ text: [String], _ path: String) throws(FormatError) -> AffinePoint<G1> {
        guard text.count == 3 else { throw FormatError(.wrongLength, path) }
        if text == ["0", "1", "0"] { return .infinity }
        let x = try coordinate(text[0], path)
        let y = try coordinate(text[1], path)
        guard text[2] == "1" else { throw FormatError(.notCanonical, path) }
        return try checked(x, y, path)
    }

    /// Returns the point of G2 in a text, on the curve and in the subgroup.
    static func g2(_ text: [[String]], _ path: String) throws(FormatError) -> AffinePoint<G2> {
        guard text.map(\.count) == [2, 2, 2] else { throw FormatError(.wrongLength, path) }
        if text == [["0", "0"], ["1", "0"], ["0", "0"]] { return .infinity }
        let x = coordinate(try coordinate(text[0][0], path), try coordinate(text[0][1], path))
        let y = coordinate(try coordinate(text[1][0], path), try coordinate(text[1][1], path))
        guard text[2] == ["1", "0"] else { throw FormatError(.notCanonical, path) }
        return try checked(x, y, path)
    }

    private static func coordinate(
        _ text: String, _ path: String
    ) throws(FormatError) -> G1.BaseField {
        guard let element = G1.BaseField(decimal: text) else { throw FormatError(.notCanonical, path) }
        return element
    }

    private static func checked<G: ShortWeierstrassCurve>(
        _ x: G.BaseField, _ y: G.BaseField, _ path: String
    ) throws(FormatError) -> AffinePoint<G> {
        let point = AffinePoint<G>(uncheckedX: x, y: y)
        // (0, 0) is infinity here, and has a text of its own.
        guard !point.isInfinity, point.isOnCurve else { throw FormatError(.notOnCurve, path) }
        guard G.isInPrimeOrderSubgroup(point) else { throw FormatError(.notInSubgroup, path) }
        return point
    }

    /// - Throws: unless the names, where there are any, are those of Groth16 and of this curve.
    static func check(
        protocolName: String?, curveName: String?, _ path: String
    ) throws(FormatError) {
        if let protocolName, protocolName != "groth16" {
            throw FormatError(.unsupportedProtocol, "\(path).protocol")
        }
        if let curveName, !isNamed(curveName) {
            throw FormatError(.wrongField, "\(path).curve")
        }
    }
}
