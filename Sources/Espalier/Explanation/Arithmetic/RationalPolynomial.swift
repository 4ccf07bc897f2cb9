import BigInt

/// A polynomial in one variable with fractions as coefficients: an integer polynomial over one positive
/// denominator, which need not be the smallest. Sums and products take no divisors.
struct RationalPolynomial: Sendable {
    let numerator: IntegerPolynomial
    let denominator: BigInt

    /// - Precondition: `denominator` is positive.
    init(_ numerator: IntegerPolynomial, over denominator: BigInt = 1) {
        precondition(denominator > 0, "a denominator is positive")
        self.numerator = numerator
        self.denominator = denominator
    }

    init(constant value: Rational) {
        self.init(IntegerPolynomial([value.numerator]), over: value.denominator)
    }

    /// The polynomial X.
    static var variable: Self { Self(IntegerPolynomial([0, 1])) }

    var isZero: Bool { numerator.isZero }

    /// −1 for the polynomial 0.
    var degree: Int { numerator.degree }

    /// The coefficient of the power, 0 beyond the degree.
    subscript(power: Int) -> Rational { Rational(numerator[power], over: denominator) }

    /// The first `count` coefficients, the constant one first.
    func coefficients(_ count: Int) -> [Rational] { (0..<count).map { self[$0] } }

    /// The largest coefficient's magnitude.
    var largestCoefficient: Rational {
        let largest = numerator.coefficients.map { BigInt($0.magnitude) }.max() ?? 0
        return Rational(largest, over: denominator)
    }

    static func + (left: Self, right: Self) -> Self {
        if left.denominator == right.denominator {
            return Self(left.numerator + right.numerator, over: left.denominator)
        }
        return Self(
            left.numerator.scaled(by: right.denominator) + right.numerator.scaled(by: left.denominator),
            over: left.denominator * right.denominator)
    }

    static func - (left: Self, right: Self) -> Self {
        left + Self(right.numerator.scaled(by: -1), over: right.denominator)
    }

    static func * (left: Self, right: Self) -> Self {
        Self(left.numerator * right.numerator, over: left.denominator * right.denominator)
    }

    /// Returns quotient and remainder.
    ///
    /// - Precondition: the divisor's leading coefficient is 1.
    func quotientAndRemainder(dividingBy divisor: IntegerPolynomial) -> (quotient: Self, remainder: Self) {
        precondition(divisor.leading == 1, "the divisor begins with 1")
        let (quotient, remainder, _) = numerator.pseudoQuotientAndRemainder(dividingBy: divisor)
        return (Self(quotient, over: denominator), Self(remainder, over: denominator))
    }
}
