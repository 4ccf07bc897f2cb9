public import FiniteFields

/// Public inputs as in snarkjs's `public.json`: decimal strings, outputs of the circuit first.
public enum PublicInputsFile {
    /// The greatest length that the reader takes: about 200,000 large values.
    public static let byteLimit = 1 << 24

    /// Returns the values in a file; each is below the modulus and written in one way only.
    ///
    /// - Throws: `FormatError`.
    public static func decode<F: PrimeField>(
        _ bytes: [UInt8], as type: F.Type = F.self
    ) throws(FormatError) -> [F] {
        let texts = try JSONText.decode([String].self, from: bytes, limit: byteLimit, path: "public")
        var values: [F] = []
        values.reserveCapacity(texts.count)
        for (index, text) in texts.enumerated() {
            guard let value = F(decimal: text) else {
                throw FormatError(.notCanonical, "public[\(index)]")
            }
            values.append(value)
        }
        return values
    }

    /// Returns the bytes of the file of these values.
    public static func encode<F: PrimeField>(_ values: [F]) -> [UInt8] {
        JSONText.encode(values.map(\.description))
    }
}
