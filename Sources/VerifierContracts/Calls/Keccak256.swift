/// The hash function of the EVM: Keccak with a rate of 1,088 bits and the padding of the competition's submission
/// (Bertoni, Daemen, Peeters, Van Assche: The Keccak reference, 3.0). SHA-3 of FIPS 202 differs from it in the first
/// byte of the padding, and gives other hashes.
public enum Keccak256 {
    private static let rate = 136

    /// Returns the 32 bytes of the hash.
    public static func hash(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var padded = Array(bytes)
        padded.append(0x01)
        padded.append(contentsOf: repeatElement(0, count: (rate - padded.count % rate) % rate))
        padded[padded.count - 1] |= 0x80
        var state = [UInt64](repeating: 0, count: 25)
        for start in stride(from: 0, to: padded.count, by: rate) {
            for index in 0..<rate {
                state[index / 8] ^= UInt64(padded[start + index]) << UInt64(index % 8 * 8)
            }
            permute(&state)
        }
        return (0..<32).map { UInt8(truncatingIfNeeded: state[$0 / 8] >> UInt64($0 % 8 * 8)) }
    }

    /// Keccak-f[1600]; lane (x, y) is `a[x + 5 y]`.
    private static func permute(_ a: inout [UInt64]) {
        for constant in roundConstants {
            // θ
            let c = (0..<5).map { x in
                stride(from: x, to: 25, by: 5).reduce(0) { (sum: UInt64, index) in sum ^ a[index] }
            }
            for index in 0..<25 {
                let next: UInt64 = rotated(c[(index + 1) % 5], by: 1)
                a[index] ^= c[(index + 4) % 5] ^ next
            }
            // ρ and π
            var b = a
            for index in 0..<25 {
                let (x, y) = (index % 5, index / 5)
                b[y + 5 * ((2 * x + 3 * y) % 5)] = rotated(a[index], by: offsets[index])
            }
            // χ
            for index in 0..<25 {
                let row = index - index % 5
                let (next, second) = (b[row + (index - row + 1) % 5], b[row + (index - row + 2) % 5])
                a[index] = b[index] ^ (~next & second)
            }
            // ι
            a[0] ^= constant
        }
    }

    private static func rotated(_ lane: UInt64, by count: UInt64) -> UInt64 {
        count == 0 ? lane : lane << count | lane >> (64 - count)
    }

    /// The offset of the t-th lane on the way (x, y) → (y, 2x + 3y) from (1, 0) is t (t + 1) / 2.
    private static let offsets: [UInt64] = {
        var offsets = [UInt64](repeating: 0, count: 25)
        var (x, y) = (1, 0)
        for step in 1...24 {
            offsets[x + 5 * y] = UInt64(step * (step + 1) / 2 % 64)
            (x, y) = (y, (2 * x + 3 * y) % 5)
        }
        return offsets
    }()

    /// Bits 2^j − 1 of the constants are the output of a shift register over x⁸ + x⁶ + x⁵ + x⁴ + 1.
    private static let roundConstants: [UInt64] = {
        var register: UInt16 = 1
        return (0..<24).map { _ in
            var constant: UInt64 = 0
            for j in 0..<7 {
                if register & 1 == 1 { constant |= 1 << UInt64((1 << j) - 1) }
                register <<= 1
                if register & 0x100 != 0 { register ^= 0x171 }
            }
            return constant
        }
    }()
}
