import FiniteFields

/// Appends little-endian values.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    /// Hands the bytes on, and forgets them.
    mutating func drain<Failure>(
        to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        try bytes.withUnsafeBufferPointer { bytes throws(Failure) in
            try sink(UnsafeRawBufferPointer(bytes))
        }
        bytes.removeAll(keepingCapacity: true)
    }

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    mutating func write(_ value: some FixedWidthInteger & UnsignedInteger) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Writes 32 bits.
    ///
    /// - Precondition: `count` fits.
    mutating func write(count: Int) { write(UInt32(count)) }

    mutating func write(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    mutating func write<F: PrimeField>(_ element: F) {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: F.wordCount) { words in
            element.copyCanonicalWords(to: words.baseAddress!)
            for index in words.indices { words[index] = words[index].littleEndian }
            bytes.append(contentsOf: UnsafeRawBufferPointer(words))
        }
    }

    /// Writes the size and the modulus of a field.
    mutating func write<F: PrimeField>(fieldOf type: F.Type) {
        write(count: F.byteCount)
        bytes.append(contentsOf: F.modulusBytes)
    }
}
