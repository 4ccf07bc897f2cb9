import BigInt
import FiniteFields

extension PrimeField {
    /// The prime p.
    static var modulus: BigInt { BigInt(BigUInt(words: modulusWords.map { UInt($0) })) }

    /// The integer modulo p.
    init(_ value: BigInt) {
        var words = value.modulus(Self.modulus).magnitude.words.map { UInt64($0) }
        words += [UInt64](repeating: 0, count: max(0, Self.wordCount - words.count))
        guard let element = Self(canonicalWords: words.prefix(Self.wordCount)) else {
            preconditionFailure("a remainder is below the modulus")
        }
        self = element
    }

    /// The fraction modulo p.
    ///
    /// - Precondition: p does not divide the denominator; that of a decimal has the prime factors 2 and 5 only.
    init(_ value: Rational) {
        guard let inverse = Self(value.denominator).inverse() else {
            preconditionFailure("the denominator is prime to the modulus")
        }
        self = Self(value.numerator) * inverse
    }
}
