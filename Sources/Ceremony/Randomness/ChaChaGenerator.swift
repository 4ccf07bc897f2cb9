import ConstraintSystem

/// The stream of ChaCha20 (Bernstein 2008, with a counter of 128 bits and no nonce) in the order in which
/// iden3's tools take words from it. Everything random in a transcript comes from such a stream: the points
/// that hashes name, and the keys of contributions.
///
/// Its state may be a secret: wiped with the object.
package struct ChaChaGenerator: ~Copyable {
    private var state: SecretBuffer<UInt32>
    private var block: SecretBuffer<UInt32>
    private var position = 16

    /// - Parameter seed: at least 32 bytes, of which the first 32 count: eight words, most significant byte
    ///   first.
    package init(seed: [UInt8]) {
        precondition(seed.count >= 32, "a seed is 32 bytes")
        state = SecretBuffer(repeating: 0, count: 16)
        block = SecretBuffer(repeating: 0, count: 16)
        for (index, word) in [0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574].enumerated() {
            state[index] = UInt32(word)
        }
        for index in 0..<8 {
            state[4 + index] = seed[4 * index..<4 * index + 4].reduce(0) { $0 << 8 | UInt32($1) }
        }
    }

    /// Returns the next word of the stream.
    package mutating func nextWord() -> UInt32 {
        if position == 16 { fillBlock() }
        defer { position += 1 }
        return block[position]
    }

    /// Returns two words, the more significant first.
    package mutating func nextDoubleWord() -> UInt64 {
        let high = UInt64(nextWord())
        return high << 32 | UInt64(nextWord())
    }

    /// Returns the lowest bit of the next word.
    mutating func nextBit() -> Bool { nextWord() & 1 == 1 }

    private mutating func fillBlock() {
        for index in 0..<16 { block[index] = state[index] }
        for _ in 0..<10 {
            mix(0, 4, 8, 12)
            mix(1, 5, 9, 13)
            mix(2, 6, 10, 14)
            mix(3, 7, 11, 15)
            mix(0, 5, 10, 15)
            mix(1, 6, 11, 12)
            mix(2, 7, 8, 13)
            mix(3, 4, 9, 14)
        }
        for index in 0..<16 { block[index] &+= state[index] }
        position = 0
        for index in 12..<16 {
            state[index] &+= 1
            if state[index] != 0 { break }
        }
    }

    private mutating func mix(_ a: Int, _ b: Int, _ c: Int, _ d: Int) {
        add(b, to: a, rotating: d, by: 16)
        add(d, to: c, rotating: b, by: 12)
        add(b, to: a, rotating: d, by: 8)
        add(d, to: c, rotating: b, by: 7)
    }

    private mutating func add(_ source: Int, to target: Int, rotating rotated: Int, by count: UInt32) {
        block[target] &+= block[source]
        let word = block[rotated] ^ block[target]
        block[rotated] = word << count | word >> (32 - count)
    }
}
