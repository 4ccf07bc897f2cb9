import FiniteFields

/// Appends little-endian values.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    mutating func write(_ value: some FixedWidthInteger & UnsignedInteger) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Writes 32 bits.
    ///
    /// - Precondition: `count` fits.
    mutating func write(count: Int) { write(UInt32(count)) }

    mutating func write(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    mutating func write<F: PrimeField>(_ element: F) { bytes.append(contentsOf: element.littleEndianBytes) }

    /// Writes the size and the modulus of a field.
    mutating func write<F: PrimeField>(fieldOf type: F.Type) {
        write(count: F.byteCount)
        bytes.append(contentsOf: F.modulusBytes)
    }
}
