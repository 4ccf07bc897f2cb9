/// A field of prime order p, whose elements are the integers modulo p.
///
/// *Canonical* means the representative in `0 ..< p`, as `wordCount` 64-bit words, least significant
/// first. Signed integers stand for themselves modulo p.
public protocol PrimeField: Field, CustomStringConvertible, ExpressibleByIntegerLiteral
where IntegerLiteralType == Int {
    /// p, least significant word first.
    static var modulusWords: [UInt64] { get }

    /// The number of bits of p.
    static var modulusBitCount: Int { get }

    /// Some element that is not a square, small, and the same that snarkjs takes for its roots of unity.
    static var nonResidue: Self { get }

    /// Returns the element `value` mod p.
    init(_ value: Int)

    /// Returns the element with these canonical words, or nil unless they are below p.
    init?(canonicalWords words: some Collection<UInt64>)

    /// The canonical representative, least significant word first.
    var canonicalWords: [UInt64] { get }

    /// How the vector backend transforms columns of elements; nil where it has no kernel for the field.
    static var columnTransform: ColumnTransform<Self>? { get }

    /// Writes the `wordCount` canonical words, without taking memory.
    func copyCanonicalWords(to words: UnsafeMutablePointer<UInt64>)
}

extension PrimeField {
    public static var columnTransform: ColumnTransform<Self>? { nil }

    @inlinable
    public init(integerLiteral value: Int) { self.init(value) }

    /// The number of 64-bit words of a canonical value.
    @inlinable
    public static var wordCount: Int { (modulusBitCount + 63) / 64 }

    @inlinable
    public func copyCanonicalWords(to words: UnsafeMutablePointer<UInt64>) {
        for (index, word) in canonicalWords.enumerated() { words[index] = word }
    }

    /// The number of bytes of an encoded value.
    @inlinable
    public static var byteCount: Int { wordCount * 8 }

    /// The number of times that 2 divides p − 1.
    public static var twoAdicity: Int {
        var words = modulusWords
        words[0] -= 1
        var count = 0
        for word in words {
            count += word.trailingZeroBitCount
            if word != 0 { break }
        }
        return count
    }

    /// Returns the primitive 2^`exponent`-th root of unity that snarkjs uses: the smallest non-residue
    /// raised to (p − 1) / 2^`exponent`.
    ///
    /// - Precondition: `0 ≤ exponent ≤ twoAdicity`.
    public static func rootOfUnity(ofOrderTwoToThe exponent: Int) -> Self {
        precondition((0...twoAdicity).contains(exponent), "the field has no root of unity of that order")
        var words = modulusWords
        words[0] -= 1
        var root = nonResidue.power(words.shiftedRight(by: twoAdicity))
        for _ in exponent..<twoAdicity { root = root.squared() }
        return root
    }

    /// Returns the element `value` mod p.
    public init(_ value: Int128) {
        let magnitude = value.magnitude
        let low = UInt64(truncatingIfNeeded: magnitude)
        let high = UInt64(truncatingIfNeeded: magnitude >> 64)
        let base =
            Self(low) + (high == 0 ? .zero : Self(high) * Self(UInt64(1) << 32) * Self(UInt64(1) << 32))
        self = value < 0 ? -base : base
    }

    /// Returns the element `value` mod p.
    @inlinable
    public init(_ value: UInt64) {
        let half = Self(Int(value >> 1)).doubled()
        self = value & 1 == 1 ? half + .one : half
    }

    /// The value as a signed integer in `-(p-1)/2 ... (p-1)/2`, or nil where that does not fit 128 bits.
    public var signedInteger: Int128? {
        let positive = magnitudeBelowTwoToThe127()
        // In a large field at most one of the element and its negative is small.
        if let positive, Self.modulusBitCount > 128 { return positive }
        guard let negative = (-self).magnitudeBelowTwoToThe127() else { return positive }
        guard let positive else { return -negative }
        return positive <= negative ? positive : -negative
    }

    private func magnitudeBelowTwoToThe127() -> Int128? {
        let words = canonicalWords
        guard words.dropFirst(2).allSatisfy({ $0 == 0 }) else { return nil }
        let value = UInt128(words[0]) | (words.count > 1 ? UInt128(words[1]) << 64 : 0)
        return Int128(exactly: value)
    }

    /// The canonical value in base ten.
    public var description: String { canonicalWords.decimalDescription }

    /// Returns the element that a base-ten string of a canonical value names, or nil.
    ///
    /// Refuses signs, white space, leading zeros and values of p and above: one value, one text.
    public init?(decimal text: some StringProtocol) {
        let digits = Array(text.utf8)
        guard !digits.isEmpty, digits.count <= Self.modulusBitCount / 3 + 1,
            digits.allSatisfy({ (0x30...0x39).contains($0) }), digits.count == 1 || digits[0] != 0x30
        else { return nil }
        var words = [UInt64](repeating: 0, count: Self.wordCount)
        for digit in digits {
            guard words.multiplyAdd(10, UInt64(digit - 0x30)) == 0 else { return nil }
        }
        self.init(canonicalWords: words)
    }
}

// MARK: - Bytes

extension PrimeField {
    /// Returns the element encoded by `byteCount` bytes, least significant first, or nil unless there
    /// are exactly that many and the value is canonical.
    @inlinable
    public init?(littleEndianBytes bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        var words = [UInt64](repeating: 0, count: Self.wordCount)
        var index = 0
        for byte in bytes {
            words[index / 8] |= UInt64(byte) << UInt64(index % 8 * 8)
            index += 1
        }
        self.init(canonicalWords: words)
    }

    /// The canonical value as `byteCount` bytes, least significant first.
    @inlinable
    public var littleEndianBytes: [UInt8] {
        canonicalWords.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) } }
    }
}
