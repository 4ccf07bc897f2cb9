/// Integers as sparse sums of signed powers of two.
public enum NonAdjacentForm {
    /// Returns digits d_i with Σ d_i 2^i = the integer, each zero or odd and below 2^(width−1) in
    /// magnitude, least significant first, without leading zeros.
    ///
    /// Of any `width` neighbours at most one is not zero (Hankerson, Menezes, Vanstone, algorithm 3.35).
    ///
    /// - Parameters:
    ///   - words: the integer, least significant word first.
    ///   - width: from 2 (the plain non-adjacent form) to 8.
    public static func digits(of words: [UInt64], width: Int) -> [Int8] {
        precondition((2...8).contains(width), "width from 2 to 8")
        var digits = [Int8](repeating: 0, count: words.count * 64 + 1)
        var carry = 0
        var index = 0
        while index < digits.count {
            let bit = words.bits(at: index, count: 1) + carry
            if bit & 1 == 0 {
                carry = bit >> 1
                index += 1
                continue
            }
            let value = words.bits(at: index, count: width) + carry
            carry = value >> (width - 1)
            digits[index] = Int8(value - carry << width)
            index += width
        }
        while digits.last == 0 { digits.removeLast() }
        return digits
    }
}

extension [UInt64] {
    /// Returns `count` ≤ 32 bits from bit `position` on; beyond the end there are zeros.
    fileprivate func bits(at position: Int, count: Int) -> Int {
        let (word, offset) = position.quotientAndRemainder(dividingBy: 64)
        guard word < self.count else { return 0 }
        let low = self[word] >> UInt64(offset)
        let high = offset > 0 && word + 1 < self.count ? self[word + 1] << UInt64(64 - offset) : 0
        return Int((low | high) & (1 << UInt64(count) - 1))
    }
}
