public import ConstraintSystem
import FiniteFields

/// "espalier.input-opening.v1", then: the field's p as its words; the values and last the blinding.
extension InputOpening {
    /// The canonical bytes, as secret as the opening.
    public var encoded: SecretBuffer<UInt8> {
        var items = CanonicalItems(tag: Self.tag)
        items.append(bytes: Self.fieldName)
        let header = items.bytes
        var bytes = SecretBuffer<UInt8>(
            repeating: 0, count: header.count + 8 + coefficients.count * F.byteCount)
        for (index, byte) in header.enumerated() { bytes[index] = byte }
        var end = header.count
        coefficients.append(to: &bytes, &end)
        return bytes
    }

    /// Returns the opening of canonical bytes.
    ///
    /// - Throws: `RegistrationError(.malformed, _)`, naming the item.
    public init(decoding bytes: some RandomAccessCollection<UInt8>) throws(RegistrationError) {
        var items = try CanonicalItemReader(bytes, tag: Self.tag)
        guard try items.item("field").elementsEqual(Self.fieldName) else {
            throw RegistrationError(.malformed, "field")
        }
        let coefficients = try items.secrets(in: F.self, "values")
        try items.requireEnd()
        if coefficients.count == 0 { throw RegistrationError(.malformed, "values") }
        self.init(coefficients: coefficients)
    }

    private static var tag: String { "espalier.input-opening.v1" }
    private static var fieldName: [UInt8] { F.modulusWords.flatMap(\.littleEndianBytes) }
}
