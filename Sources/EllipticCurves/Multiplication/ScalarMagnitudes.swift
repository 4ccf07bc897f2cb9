import FiniteFields

/// Scalars as signs and magnitudes in 0 ... (r − 1)/2, so that r − k is as cheap as k.
///
/// Wiped when it goes out of scope: the scalars may be a witness, or made from a trapdoor.
struct ScalarMagnitudes<Scalar: PrimeField>: ~Copyable {
    let count: Int
    /// `wordCount` words per scalar, least significant first.
    private let words: UnsafeMutablePointer<UInt64>
    private let wordCount: Int
    private let negative: UnsafeMutablePointer<Bool>
    /// The number of bits of each magnitude.
    let bitCounts: UnsafeMutablePointer<UInt16>

    /// - Parameter skip: says of which indices the scalar counts as zero.
    init(_ scalars: UnsafeBufferPointer<Scalar>, skip: (Int) -> Bool) {
        let count = scalars.count
        let wordCount = Scalar.wordCount
        // One word more, so that reading a digit may look at the next word.
        let words = UnsafeMutablePointer<UInt64>.allocate(capacity: count * wordCount + 1)
        words[count * wordCount] = 0
        let negative = UnsafeMutablePointer<Bool>.allocate(capacity: count)
        let bitCounts = UnsafeMutablePointer<UInt16>.allocate(capacity: count)
        let modulus = Scalar.modulusWords
        let half = modulus.shiftedRight(by: 1)
        let block = 2048
        forEachPart(of: count, length: block) { part in
            for index in part {
                let magnitude = words + index * wordCount
                (negative + index).initialize(to: false)
                (bitCounts + index).initialize(to: 0)
                if skip(index) {
                    magnitude.initialize(repeating: 0, count: wordCount)
                    continue
                }
                scalars[index].copyCanonicalWords(to: magnitude)
                if magnitude.isGreater(than: half) {
                    magnitude.subtract(from: modulus)
                    negative[index] = true
                }
                bitCounts[index] = UInt16(magnitude.bitCount(ofWords: wordCount))
            }
        }
        (self.count, self.words, self.wordCount) = (count, words, wordCount)
        (self.negative, self.bitCounts) = (negative, bitCounts)
    }

    deinit {
        words.wipeAndDeallocate(count: count * wordCount)
        negative.wipeAndDeallocate(count: count)
        bitCounts.wipeAndDeallocate(count: count)
    }

    /// Calls `body` with each digit of a scalar, at window 0 ..< `windowCount`.
    ///
    /// The scalar is Σ digit · 2^(width · window), with digits of magnitude at most 2^(width−1).
    ///
    /// - Precondition: width · windowCount exceeds the number of bits of the magnitude.
    @inline(__always)
    func forEachDigit(
        of index: Int, width: Int, windowCount: Int, _ body: (_ window: Int, _ digit: Int16) -> Void
    ) {
        let magnitude = words + index * wordCount
        // All ones for negative scalars: (x ^ sign) − sign is −x then.
        let sign = negative[index] ? -1 : 0
        let mask = 1 << width - 1
        let half = 1 << (width - 1)
        var carry = 0
        var bit = 0
        for window in 0..<windowCount {
            let word = bit >> 6
            let low = word < wordCount ? magnitude[word] : 0
            let high = word + 1 < wordCount ? magnitude[word + 1] : 0
            let bits = low >> UInt64(bit & 63) | (high << 1) << UInt64(63 - bit & 63)
            // The last digit keeps what is left, at most 2^(width−1). A branch here would be taken at random.
            let digit = Int(truncatingIfNeeded: bits) & mask + carry
            carry = window + 1 < windowCount ? (digit + half) >> width : 0
            body(window, Int16(truncatingIfNeeded: ((digit - carry << width) ^ sign) - sign))
            bit += width
        }
    }
}

extension UnsafeMutablePointer<UInt64> {
    fileprivate func isGreater(than bound: [UInt64]) -> Bool {
        for index in bound.indices.reversed() where self[index] != bound[index] {
            return self[index] > bound[index]
        }
        return false
    }

    /// Replaces the value by `minuend` minus the value.
    fileprivate func subtract(from minuend: [UInt64]) {
        var borrow: UInt64 = 0
        for index in minuend.indices {
            let (first, firstBorrow) = minuend[index].subtractingReportingOverflow(self[index])
            let (second, secondBorrow) = first.subtractingReportingOverflow(borrow)
            self[index] = second
            borrow = firstBorrow || secondBorrow ? 1 : 0
        }
    }

    fileprivate func bitCount(ofWords count: Int) -> Int {
        for index in (0..<count).reversed() where self[index] != 0 {
            return index * 64 + 64 - self[index].leadingZeroBitCount
        }
        return 0
    }
}
