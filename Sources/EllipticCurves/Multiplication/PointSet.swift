import FiniteFields

/// A set of places in a list of points.
struct PointSet: Sendable {
    private let words: [UInt64]
    let count: Int

    /// Returns the places from `start` up to `end` − 1 at which a list that begins at `start` has finite
    /// points.
    init<Curve>(
        finitePointsOf points: UnsafeBufferPointer<AffinePoint<Curve>>, startingAt start: Int
    ) {
        let end = start + points.count
        let blockWords = 64
        let wordCount = (end + 63) / 64
        words = [UInt64](unsafeUninitializedCapacity: wordCount) { words, initialized in
            let base = words.baseAddress
            forEachIndex(
                below: (wordCount + blockWords - 1) / blockWords, concurrently: points.count > 1 << 14
            ) { block in
                for word in block * blockWords..<min(wordCount, (block + 1) * blockWords) {
                    var bits: UInt64 = 0
                    for index in max(start, 64 * word)..<max(start, min(end, 64 * word + 64))
                    where !PointReference(index - start).point(in: points.baseAddress!).isInfinity {
                        bits |= 1 << UInt64(index & 63)
                    }
                    base![word] = bits
                }
            }
            initialized = wordCount
        }
        count = words.reduce(0) { $0 + $1.nonzeroBitCount }
    }

    @inline(__always)
    func contains(_ place: Int) -> Bool { words[place >> 6] >> UInt64(place & 63) & 1 == 1 }
}
