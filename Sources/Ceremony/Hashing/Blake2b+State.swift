/// A hash in progress as .ptau files keep it, in 216 bytes: the block in hand, the chain, the number of bytes
/// that have been compressed, the number of those in hand, and eight bytes of nothing.
///
/// Contributions to the powers of tau keep the hash of everything but their public key, so that whoever has the
/// key can compute the contribution's hash without the points.
extension Blake2b {
    static let stateByteCount = 216

    /// The state; the unused part of the block is zeros.
    package var state: [UInt8] {
        var bytes = buffer + [UInt8](repeating: 0, count: Self.blockSize - buffer.count)
        for word in chain + [compressedCount, UInt64(buffer.count), 0] {
            withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
        }
        return bytes
    }

    /// Returns the hash in this state, or nil where there is none.
    package init?(state bytes: [UInt8]) {
        guard bytes.count == Self.stateByteCount else { return nil }
        let words = bytes.withUnsafeBytes { memory in
            (0..<11).map { index in
                UInt64(
                    littleEndian: memory.loadUnaligned(
                        fromByteOffset: Self.blockSize + 8 * index, as: UInt64.self))
            }
        }
        guard words[9] <= UInt64(Self.blockSize), words[8] < 1 << 62 else { return nil }
        self.init(
            chain: Array(words[..<8]), buffer: Array(bytes[..<Int(words[9])]), compressedCount: words[8])
    }
}
