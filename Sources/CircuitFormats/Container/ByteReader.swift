import FiniteFields

/// Reads little-endian values one after the other; every length is checked before memory is taken.
struct ByteReader {
    private let bytes: FileBytes
    private var position = 0
    /// What is being read, in errors.
    let path: String

    init(_ bytes: FileBytes, path: String) {
        self.bytes = bytes
        self.path = path
    }

    /// The number of bytes that are left.
    var remaining: Int { bytes.count - position }

    mutating func take(_ count: Int) throws(FormatError) -> FileBytes {
        guard count >= 0, count <= remaining else { throw FormatError(.truncated, path) }
        defer { position += count }
        return bytes.part(position..<position + count)
    }

    /// Returns what is left.
    mutating func takeRest() -> FileBytes {
        defer { position = bytes.count }
        return bytes.part(position..<bytes.count)
    }

    mutating func readUInt32() throws(FormatError) -> UInt32 { try readInteger() }

    mutating func readUInt64() throws(FormatError) -> UInt64 { try readInteger() }

    private mutating func readInteger<Integer: FixedWidthInteger & BitwiseCopyable>(
        _ type: Integer.Type = Integer.self
    ) throws(FormatError) -> Integer {
        try take(MemoryLayout<Integer>.size).integer(at: 0)
    }

    /// Returns a 32-bit count or index.
    mutating func readCount() throws(FormatError) -> Int { Int(try readUInt32()) }

    /// Returns a field element from its canonical bytes.
    mutating func readElement<F: PrimeField>(_ type: F.Type = F.self) throws(FormatError) -> F {
        guard let element = F(littleEndianBytes: try take(F.byteCount)) else {
            throw FormatError(.notCanonical, path)
        }
        return element
    }

    /// Reads the size and the modulus of a field, which must be `F`.
    mutating func expectField<F: PrimeField>(_ type: F.Type) throws(FormatError) {
        guard try readCount() == F.byteCount, try take(F.byteCount).elementsEqual(F.modulusBytes) else {
            throw FormatError(.wrongField, path)
        }
    }

    func expectEnd() throws(FormatError) {
        if remaining != 0 { throw FormatError(.trailingBytes, path) }
    }

    /// - Throws: unless exactly `count` things of `size` bytes are left.
    func expectRemaining(_ count: Int, of size: Int) throws(FormatError) {
        let (total, overflow) = count.multipliedReportingOverflow(by: size)
        if overflow || total != remaining { throw FormatError(.wrongLength, path) }
    }
}

extension FileBytes {
    /// Returns the little-endian integer that begins at `offset`.
    func integer<Integer: FixedWidthInteger & BitwiseCopyable>(
        at offset: Int, as type: Integer.Type = Integer.self
    ) -> Integer {
        withExtendedLifetime(owner) {
            Integer(littleEndian: memory.loadUnaligned(fromByteOffset: offset, as: Integer.self))
        }
    }
}

extension PrimeField {
    /// The modulus as `byteCount` bytes, least significant first.
    static var modulusBytes: [UInt8] {
        modulusWords.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) } }
    }
}
