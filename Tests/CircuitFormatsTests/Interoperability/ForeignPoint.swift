import CircuitFormats
import EllipticCurves
import FiniteFields
import Testing

/// A point as it goes to and comes from `Tests/interop/points.py`.
struct ForeignPoint: Codable {
    /// Whose it is; nil for ours.
    var with: String?
    var curve: String
    var group: String
    /// Of the generator; nil where nobody knows it.
    var scalar: String?
    /// In base ten; of an element of F_p² c0, then c1.
    var coordinates: [String]
    /// In hexadecimal, by the name of the encoding.
    var encodings: [String: String] = [:]
}

extension ForeignPoint {
    /// Whether the coordinates are those of the multiple, and each encoding is read as this point and written as it was.
    func isOurs<Curve: InterchangeCurve>(on curve: Curve.Type) throws -> Bool {
        let numbers = coordinates.compactMap { Curve.G1.BaseField(decimal: $0) }
        guard numbers.count == coordinates.count else { return false }
        if group == "g1", numbers.count == 2 {
            return try isOurs(AffinePoint<Curve.G1>(x: numbers[0], y: numbers[1]))
        }
        guard group == "g2", numbers.count == 4 else { return false }
        return try isOurs(
            AffinePoint<Curve.G2>(
                x: Curve.coordinate(numbers[0], numbers[1]), y: Curve.coordinate(numbers[2], numbers[3])))
    }

    private func isOurs<G: ShortWeierstrassCurve>(_ point: AffinePoint<G>?) throws -> Bool {
        guard let point else { return false }
        if let scalar {
            let factor = try #require(G.ScalarField(decimal: scalar))
            guard G.generator.multiplied(by: factor).affine == point else { return false }
        }
        return try encodings.allSatisfy { name, text in
            let encoding = try #require(NamedEncoding<G>.named(name), "an encoding that is known: \(name)")
            let bytes = try #require(Self.bytes(text))
            return try encoding.read(bytes) == point && encoding.write(point) == bytes
        }
    }

    private static func bytes(_ hexadecimal: String) -> [UInt8]? {
        let digits = hexadecimal.compactMap(\.hexDigitValue)
        guard digits.count == hexadecimal.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}

extension ForeignPoint {
    /// A multiple of a generator, in every encoding that its group has.
    init<G: ShortWeierstrassCurve>(
        _ curve: String, _ group: String, _ scalar: G.ScalarField, of _: G.Type,
        _ coordinates: (AffinePoint<G>) -> [String]
    ) {
        let point = G.generator.multiplied(by: scalar).affine
        self.curve = curve
        self.group = group
        self.scalar = scalar.description
        self.coordinates = coordinates(point)
        for name in NamedEncoding<G>.names {
            encodings[name] = NamedEncoding<G>.named(name)?.write(point).map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }.joined()
        }
    }
}
