public import BigInt
public import FiniteFields

extension PrimeField {
    /// p.
    public static var modulus: BigInt { BigInt(words: modulusWords) }

    /// The canonical value, computed outside the field's own arithmetic.
    public var integer: BigInt { BigInt(words: canonicalWords) }

    /// Returns the element `value` mod p.
    public init(integer value: BigInt) {
        let remainder = value.modulus(Self.modulus)
        let words = (0..<Self.wordCount).map { index in
            UInt64(truncatingIfNeeded: (remainder >> (64 * index)) & BigInt(UInt64.max))
        }
        guard let element = Self(canonicalWords: words) else { preconditionFailure("reduced above") }
        self = element
    }
}

extension BigInt {
    /// Returns the integer of some words, least significant first.
    fileprivate init(words: [UInt64]) {
        self = words.reversed().reduce(0) { $0 << 64 + BigInt($1) }
    }
}
