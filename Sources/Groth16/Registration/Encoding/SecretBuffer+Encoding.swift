import ConstraintSystem
import FiniteFields

extension SecretBuffer where Element: PrimeField {
    /// Writes the elements as an item, from `end` on.
    func append(to bytes: inout SecretBuffer<UInt8>, _ end: inout Int) {
        func put(_ word: UInt64) {
            for shift in stride(from: 0, to: 64, by: 8) {
                bytes[end] = UInt8(truncatingIfNeeded: word >> UInt64(shift))
                end += 1
            }
        }
        put(UInt64(count * Element.byteCount))
        var words = SecretBuffer<UInt64>(repeating: 0, count: Element.wordCount)
        for index in 0..<count {
            words.withUnsafeMutableBufferPointer { self[index].copyCanonicalWords(to: $0.baseAddress!) }
            for word in 0..<words.count { put(words[word]) }
        }
    }
}
