import CircuitFormats
import Crypto
import FiniteFields

extension ChaChaGenerator {
    /// The stream of a participant: the system's randomness, which a text can only improve.
    ///
    /// 32 bytes of the system's generator, xor the hash of the text: whoever can guess one of the two knows
    /// nothing.
    init(mixingIn text: String) {
        var generator = SystemRandomNumberGenerator()
        var seed = zip(Blake2b.hash(text.utf8), 0..<32).map { byte, _ in
            byte ^ UInt8.random(in: 0...255, using: &generator)
        }
        self.init(seed: seed)
        seed.withUnsafeMutableBytes { wipe($0) }
    }

    /// The stream of a beacon: its value hashed 2^n times by SHA-256.
    ///
    /// - Parameter progress: called now and then with the part of the hashes that is done.
    init(_ beacon: Beacon, progress: (Double) -> Void = { _ in }) {
        let count: UInt64 = 1 << UInt64(beacon.iterationsExponent)
        var digest = SHA256.hash(data: beacon.value)
        for iteration in 1..<count {
            digest = digest.withUnsafeBytes { bytes in
                var hash = SHA256()
                hash.update(bufferPointer: bytes)
                return hash.finalize()
            }
            if iteration & (1 << 18 - 1) == 0 { progress(Double(iteration) / Double(count)) }
        }
        self.init(seed: Array(digest))
    }
}
