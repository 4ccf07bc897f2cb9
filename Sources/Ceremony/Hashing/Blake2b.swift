/// BLAKE2b with 64 bytes of output and no key (RFC 7693), the hash of iden3's transcripts.
///
/// swift-crypto does not have it. A value is a hash in progress: copies go their own way.
public struct Blake2b: Sendable {
    static let blockSize = 128
    public static let byteCount = 64

    private(set) var chain: [UInt64]
    /// What has been taken in and not compressed yet. The last block stays here until it is known to be the
    /// last.
    private(set) var buffer: [UInt8] = []
    /// The number of bytes that have been compressed.
    private(set) var compressedCount: UInt64 = 0

    public init() {
        chain = initialChain
        // Parameters: 64 bytes of output, no key, one leaf.
        chain[0] ^= 0x0101_0000 ^ UInt64(Self.byteCount)
        buffer.reserveCapacity(Self.blockSize)
    }

    /// Goes on with a hash whose state somebody has kept.
    ///
    /// - Precondition: eight words, and at most a block.
    init(chain: [UInt64], buffer: [UInt8], compressedCount: UInt64) {
        precondition(chain.count == 8 && buffer.count <= Self.blockSize, "a state of BLAKE2b")
        self.chain = chain
        self.buffer = buffer
        self.compressedCount = compressedCount
    }

    /// Takes in bytes.
    public mutating func update(_ bytes: some Collection<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { update(UnsafeRawBufferPointer($0)) }
        if done == nil { Array(bytes).withUnsafeBytes { update($0) } }
    }

    /// Takes in bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes[...]
        while !rest.isEmpty {
            if buffer.count == Self.blockSize {
                buffer.withUnsafeBytes { compress($0, isLast: false, byteCount: Self.blockSize) }
                buffer.removeAll(keepingCapacity: true)
            }
            while buffer.isEmpty && rest.count > Self.blockSize {
                compress(
                    UnsafeRawBufferPointer(rebasing: rest.prefix(Self.blockSize)), isLast: false,
                    byteCount: Self.blockSize)
                rest = rest.dropFirst(Self.blockSize)
            }
            let taken = rest.prefix(Self.blockSize - buffer.count)
            buffer.append(contentsOf: taken)
            rest = rest.dropFirst(taken.count)
        }
    }

    /// Returns the hash of all that has been taken in; 64 bytes.
    public func digest() -> [UInt8] {
        var hash = self
        let padded = buffer + [UInt8](repeating: 0, count: Self.blockSize - buffer.count)
        padded.withUnsafeBytes { hash.compress($0, isLast: true, byteCount: buffer.count) }
        return hash.chain.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) }
        }
    }

    /// Returns the hash of bytes.
    public static func hash(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var hash = Blake2b()
        hash.update(bytes)
        return hash.digest()
    }

    private mutating func compress(_ block: UnsafeRawBufferPointer, isLast: Bool, byteCount: Int) {
        compressedCount += UInt64(byteCount)
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 32) { memory in
            let (v, m) = (memory.baseAddress!, memory.baseAddress! + 16)
            for index in 0..<8 {
                v[index] = chain[index]
                v[index + 8] = initialChain[index]
            }
            // No input has 2^64 bytes, so that the counter's high word stays zero.
            v[12] ^= compressedCount
            if isLast { v[14] = ~v[14] }
            for index in 0..<16 {
                m[index] = UInt64(
                    littleEndian: block.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
            }
            messageOrder.withUnsafeBufferPointer { order in
                for round in 0..<12 { mixRound(v, m, order.baseAddress! + round % 10 * 16) }
            }
            for index in 0..<8 { chain[index] ^= v[index] ^ v[index + 8] }
        }
    }
}

@inline(__always)
private func mixRound(
    _ v: UnsafeMutablePointer<UInt64>, _ m: UnsafeMutablePointer<UInt64>, _ order: UnsafePointer<UInt8>
) {
    func mix(_ a: Int, _ b: Int, _ c: Int, _ d: Int, _ place: Int) {
        v[a] = v[a] &+ v[b] &+ m[Int(order[place])]
        v[d] = (v[d] ^ v[a]).rotatedRight(by: 32)
        v[c] = v[c] &+ v[d]
        v[b] = (v[b] ^ v[c]).rotatedRight(by: 24)
        v[a] = v[a] &+ v[b] &+ m[Int(order[place + 1])]
        v[d] = (v[d] ^ v[a]).rotatedRight(by: 16)
        v[c] = v[c] &+ v[d]
        v[b] = (v[b] ^ v[c]).rotatedRight(by: 63)
    }
    mix(0, 4, 8, 12, 0)
    mix(1, 5, 9, 13, 2)
    mix(2, 6, 10, 14, 4)
    mix(3, 7, 11, 15, 6)
    mix(0, 5, 10, 15, 8)
    mix(1, 6, 11, 12, 10)
    mix(2, 7, 8, 13, 12)
    mix(3, 4, 9, 14, 14)
}

/// The first 64 bits of the fractions of the square roots of the first eight primes.
private let initialChain: [UInt64] = [
    0x6a09_e667_f3bc_c908, 0xbb67_ae85_84ca_a73b, 0x3c6e_f372_fe94_f82b, 0xa54f_f53a_5f1d_36f1,
    0x510e_527f_ade6_82d1, 0x9b05_688c_2b3e_6c1f, 0x1f83_d9ab_fb41_bd6b, 0x5be0_cd19_137e_2179,
]

/// The order in which the ten different rounds take the words of a block (RFC 7693, section 2.7).
private let messageOrder: [UInt8] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
    14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3,
    11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4,
    7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8,
    9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13,
    2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9,
    12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11,
    13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10,
    6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5,
    10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0,
]

extension UInt64 {
    @inline(__always)
    fileprivate func rotatedRight(by count: UInt64) -> UInt64 { self >> count | self << (64 - count) }
}
