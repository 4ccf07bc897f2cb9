public import ConstraintSystem
public import FiniteFields

/// A witness as in a .wtns file, version 2.
///
/// The bytes are as secret as the witness; overwriting them is the business of whoever holds them.
public enum WitnessFile {
    /// Returns the witness in a file.
    ///
    /// - Throws: `FormatError`, also where the first value, the constant, is not 1.
    public static func decode<F: PrimeField>(
        _ bytes: [UInt8], as type: F.Type = F.self
    ) throws(FormatError) -> Witness<F> {
        var witness: Witness<F>?
        try FileBytes.withBytes(of: bytes) { bytes throws(FormatError) in witness = try decode(bytes) }
        guard let witness = witness.take() else { preconditionFailure("decoded, or an error was thrown") }
        return witness
    }

    /// Returns the witness in a file that may be mapped.
    ///
    /// - Throws: `FormatError`, also where the first value, the constant, is not 1.
    public static func decode<F: PrimeField>(
        _ bytes: FileBytes, as type: F.Type = F.self
    ) throws(FormatError) -> Witness<F> {
        let file = try SectionedFile(decoding: bytes, magic: "wtns", version: 2, name: "wtns")
        var header = try file.section(1, "header")
        try header.expectField(F.self)
        let count = try header.readCount()
        try header.expectEnd()

        var body = try file.section(2, "values")
        try body.expectRemaining(count, of: F.byteCount)
        var values = SecretBuffer<F>(repeating: .zero, count: count)
        for index in 0..<count { values[index] = try body.readElement() }
        guard count > 0, values[0] == .one else { throw FormatError(.inconsistent, "wtns.values[0]") }
        return values.withUnsafeBufferPointer { Witness($0) }
    }

    /// Returns the bytes of the file of a witness.
    public static func encode<F: PrimeField>(_ witness: borrowing Witness<F>) -> [UInt8] {
        var file = SectionedFileWriter(magic: "wtns", version: 2, sectionCount: 2)
        let count = witness.count
        file.addSection(1) { header in
            header.write(fieldOf: F.self)
            header.write(count: count)
        }
        witness.withUnsafeBufferPointer { values in
            file.addSection(2) { body in
                body.reserve(count * F.byteCount)
                for value in values { body.write(value) }
            }
        }
        return file.encoded()
    }
}
