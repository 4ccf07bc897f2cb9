import FiniteFields

/// Field elements that stand for integers of at most 47 bits.
///
/// Sums of products of these can be computed over the integers: 2^32 products of two stay below 2^126,
/// so an `Int128` cannot overflow, and the integers map to the field by a ring homomorphism, so the
/// result is right modulo every p.
enum SmallInteger {
    /// Marks an element that is not small.
    static var none: Int64 { .min }

    static var bound: Int64 { 1 << 47 }

    @inline(__always)
    static func stored(_ value: Int128) -> Int64 {
        value.magnitude <= UInt128(bound) ? Int64(truncatingIfNeeded: value) : none
    }

    @inline(__always)
    static func stored<F: PrimeField>(_ value: F) -> Int64 {
        if value.isZero { return 0 }
        if value == .one { return 1 }
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: F.wordCount) { words in
            let address = words.baseAddress!
            value.copyCanonicalWords(to: address)
            if let positive = stored(canonicalWords: words) { return positive }
            (-value).copyCanonicalWords(to: address)
            return stored(canonicalWords: words).map { -$0 } ?? none
        }
    }

    @inline(__always)
    private static func stored(canonicalWords words: UnsafeMutableBufferPointer<UInt64>) -> Int64? {
        var index = 1
        while index < words.count {
            if words[index] != 0 { return nil }
            index += 1
        }
        return words[0] <= UInt64(bound) ? Int64(words[0]) : nil
    }
}
