extension LimbArray {
    /// Returns the integer that `8 count` bytes encode, least significant first, or nil if there are
    /// more or fewer.
    @inlinable
    init?(littleEndianBytes bytes: some Collection<UInt8>) {
        guard bytes.count == Self.count * 8 else { return nil }
        let contiguous = bytes.withContiguousStorageIfAvailable { Self(loading: UnsafeRawBufferPointer($0)) }
        self = contiguous ?? Array(bytes).withUnsafeBytes { Self(loading: $0) }
    }

    @inlinable
    init(loading bytes: UnsafeRawBufferPointer) {
        self = withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.count) { words in
            for index in 0..<Self.count {
                let word = bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)
                words.initializeElement(at: index, to: UInt64(littleEndian: word))
            }
            return Self(loading: UnsafePointer(words.baseAddress!))
        }
    }

    var littleEndianBytes: [UInt8] {
        words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) } }
    }
}
