import BigInt

/// A fraction of integers of any size, in lowest terms, the denominator positive: exact, and one value for each
/// number.
package struct Rational: Hashable, Sendable {
    let numerator: BigInt
    let denominator: BigInt

    /// - Precondition: `denominator` is not 0.
    init(_ numerator: BigInt, over denominator: BigInt) {
        precondition(!denominator.isZero, "nothing is divided by 0")
        if denominator == 1 {
            self.init(numerator)
            return
        }
        let divisor = numerator.greatestCommonDivisor(with: denominator)
        let sign: BigInt = denominator < 0 ? -1 : 1
        self.init(reduced: sign * numerator / divisor, over: sign * denominator / divisor)
    }

    private init(reduced numerator: BigInt, over denominator: BigInt) {
        self.numerator = numerator
        self.denominator = denominator
    }

    init(_ integer: BigInt) { self.init(reduced: integer, over: 1) }

    package init(_ integer: Int) { self.init(BigInt(integer)) }

    /// The number that a plain decimal names: an optional sign, digits, at most one point with digits on both
    /// sides. Nil for anything else.
    package init?(decimal text: some StringProtocol) {
        var digits = Substring(text)
        let isNegative = digits.first == "-"
        if isNegative { digits = digits.dropFirst() }
        let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let value = BigInt(parts.joined(), radix: 10)
        else { return nil }
        let places = parts.count > 1 ? parts[1].count : 0
        self.init(isNegative ? -value : value, over: BigInt(10).power(places))
    }

    static var zero: Rational { Rational(0) }
    static var one: Rational { Rational(1) }

    var isZero: Bool { numerator.isZero }

    package var isInteger: Bool { denominator == 1 }

    var sign: Int { Int(numerator.signum()) }

    var magnitude: Rational { numerator < 0 ? -self : self }

    /// The greatest integer that is not greater.
    var floor: BigInt {
        let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        return rest < 0 ? quotient - 1 : quotient
    }

    /// The bits that the larger of numerator and denominator takes.
    var bitCount: Int { max(numerator.magnitude.bitWidth, denominator.magnitude.bitWidth) }
}

// MARK: - Arithmetic

extension Rational {
    static func + (left: Self, right: Self) -> Self {
        if left.isInteger, right.isInteger { return Self(left.numerator + right.numerator) }
        return Self(
            left.numerator * right.denominator + right.numerator * left.denominator,
            over: left.denominator * right.denominator)
    }

    static func - (left: Self, right: Self) -> Self { left + -right }

    static prefix func - (value: Self) -> Self { Self(-value.numerator, over: value.denominator) }

    static func * (left: Self, right: Self) -> Self {
        Self(left.numerator * right.numerator, over: left.denominator * right.denominator)
    }

    /// - Precondition: `right` is not 0.
    static func / (left: Self, right: Self) -> Self {
        Self(left.numerator * right.denominator, over: left.denominator * right.numerator)
    }

    /// The power with a non-negative exponent; 1 for the exponent 0.
    func power(_ exponent: Int) -> Self {
        Self(numerator.power(exponent), over: denominator.power(exponent))
    }
}

extension Rational: Comparable {
    package static func < (left: Self, right: Self) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }
}
