/// Multi-word integers, least significant word first, for constants and text; never in hot code.
extension [UInt64] {
    /// Multiplies by `factor`, adds `summand`, and returns the word that overflows.
    mutating func multiplyAdd(_ factor: UInt64, _ summand: UInt64) -> UInt64 {
        var carry = summand
        for index in indices {
            let product = UInt128(self[index]) * UInt128(factor) + UInt128(carry)
            self[index] = UInt64(truncatingIfNeeded: product)
            carry = UInt64(truncatingIfNeeded: product >> 64)
        }
        return carry
    }

    /// Divides by `divisor` and returns the remainder.
    mutating func divide(by divisor: UInt64) -> UInt64 {
        var remainder: UInt64 = 0
        for index in indices.reversed() {
            (self[index], remainder) = divisor.dividingFullWidth((remainder, self[index]))
        }
        return remainder
    }

    /// Returns the integer divided by 2^`count`, rounded down.
    package func shiftedRight(by count: Int) -> [UInt64] {
        let (words, bits) = count.quotientAndRemainder(dividingBy: 64)
        return indices.map { index in
            let low = index + words < self.count ? self[index + words] : 0
            let high = index + words + 1 < self.count ? self[index + words + 1] : 0
            return bits == 0 ? low : low >> UInt64(bits) | high << UInt64(64 - bits)
        }
    }

    /// The integer in base ten.
    var decimalDescription: String {
        var rest = self
        var groups: [String] = []
        repeat {
            let group = String(rest.divide(by: 1_000_000_000_000_000_000))
            let isLast = rest.allSatisfy { $0 == 0 }
            groups.append(isLast ? group : String(repeating: "0", count: 18 - group.count) + group)
        } while !rest.allSatisfy { $0 == 0 }
        return groups.reversed().joined()
    }
}
