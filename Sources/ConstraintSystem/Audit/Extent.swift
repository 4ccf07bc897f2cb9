import FiniteFields

/// A non-negative integer below 2^512: large enough for products of two coefficients that still count,
/// so that widths of ranges are computed over the integers, never modulo p.
struct Extent: Hashable, Comparable, Sendable {
    /// Least significant word first.
    private(set) var words: SIMD8<UInt64>

    static let zero = Extent(UInt64(0))
    static var greatestBits: Int { 512 }

    init(_ value: UInt64) {
        words = SIMD8(repeating: 0)
        words[0] = value
    }

    init(_ value: UInt128) {
        words = SIMD8(repeating: 0)
        words[0] = UInt64(truncatingIfNeeded: value)
        words[1] = UInt64(truncatingIfNeeded: value >> 64)
    }

    private init(words: SIMD8<UInt64>) { self.words = words }

    /// The canonical representative of a field element.
    @inline(__always)
    init<F: PrimeField>(_ element: F) {
        var words = SIMD8<UInt64>(repeating: 0)
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: F.wordCount) { buffer in
            element.copyCanonicalWords(to: buffer.baseAddress!)
            for index in 0..<F.wordCount { words[index] = buffer[index] }
        }
        self.words = words
    }

    /// p, which must have at most 510 bits.
    static func modulus<F: PrimeField>(of field: F.Type) -> Extent {
        precondition(F.modulusBitCount <= greatestBits - 2, "the modulus fits an extent twice")
        var words = SIMD8<UInt64>(repeating: 0)
        for (index, word) in F.modulusWords.enumerated() { words[index] = word }
        return Extent(words: words)
    }

    var bitCount: Int {
        for index in stride(from: 7, through: 0, by: -1) where words[index] != 0 {
            return 64 * (index + 1) - words[index].leadingZeroBitCount
        }
        return 0
    }

    static func < (left: Extent, right: Extent) -> Bool {
        for index in stride(from: 7, through: 0, by: -1) where left.words[index] != right.words[index] {
            return left.words[index] < right.words[index]
        }
        return false
    }

    /// - Precondition: the sum is below 2^512.
    static func + (left: Extent, right: Extent) -> Extent {
        var sum = SIMD8<UInt64>(repeating: 0)
        var carry: UInt64 = 0
        for index in 0..<8 {
            let (partial, first) = left.words[index].addingReportingOverflow(right.words[index])
            let (word, second) = partial.addingReportingOverflow(carry)
            sum[index] = word
            carry = first || second ? 1 : 0
        }
        precondition(carry == 0, "a sum of extents fits an extent")
        return Extent(words: sum)
    }

    /// - Precondition: `right ≤ left`.
    static func - (left: Extent, right: Extent) -> Extent {
        var difference = SIMD8<UInt64>(repeating: 0)
        var borrow: UInt64 = 0
        for index in 0..<8 {
            let (partial, first) = left.words[index].subtractingReportingOverflow(right.words[index])
            let (word, second) = partial.subtractingReportingOverflow(borrow)
            difference[index] = word
            borrow = first || second ? 1 : 0
        }
        precondition(borrow == 0, "an extent is not negative")
        return Extent(words: difference)
    }

    /// Returns the product, or nil where it may need more than 512 bits.
    func multiplied(by other: Extent) -> Extent? {
        let (bits, otherBits) = (bitCount, other.bitCount)
        guard bits + otherBits <= Self.greatestBits else { return nil }
        if bits <= 1 { return bits == 0 ? .zero : other }
        if otherBits <= 1 { return otherBits == 0 ? .zero : self }
        let (count, otherCount) = ((bits + 63) / 64, (otherBits + 63) / 64)
        var product = SIMD8<UInt64>(repeating: 0)
        for row in 0..<count {
            var carry: UInt64 = 0
            for column in 0..<otherCount {
                let (high, low) = words[row].multipliedFullWidth(by: other.words[column])
                let sum = UInt128(low) + UInt128(product[row + column]) + UInt128(carry)
                product[row + column] = UInt64(truncatingIfNeeded: sum)
                carry = high + UInt64(truncatingIfNeeded: sum >> 64)
            }
            if row + otherCount < 8 { product[row + otherCount] = carry }
        }
        return Extent(words: product)
    }

    /// ⌊self / 2⌋.
    var half: Extent {
        var result = words &>> 1
        for index in 0..<7 { result[index] |= words[index + 1] << 63 }
        return Extent(words: result)
    }
}
