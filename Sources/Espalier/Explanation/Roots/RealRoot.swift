import BigInt

/// One real root of a polynomial: a fraction, or an interval as small as one likes.
struct RealRoot: Sendable {
    /// The number itself, where it is known to be a fraction.
    private(set) var exact: Rational?
    /// The root is above.
    private(set) var lower: Rational
    /// The root is not above.
    private(set) var upper: Rational
    private let polynomial: IntegerPolynomial

    /// - Parameters:
    ///   - polynomial: without multiple roots, with one root in `lower < x ≤ upper`.
    init(of polynomial: IntegerPolynomial, above lower: Rational, upTo upper: Rational) {
        self.polynomial = polynomial
        self.lower = lower
        self.upper = upper
        if polynomial.sign(at: upper) == 0 { exact = upper }
        findFraction(denominator: 1)
        // A root p / q in lowest terms has a q that divides the leading coefficient.
        let leading = BigInt(polynomial.leading.magnitude)
        if leading.magnitude.bitWidth <= EquationLimits.numberBits { findFraction(denominator: leading) }
    }

    /// Halves the interval. Of a simple root in the open interval only the sign at `upper` matters: it is the
    /// sign right of the root.
    private mutating func halve() {
        let middle = (lower + upper) * Rational(1, over: 2)
        let sign = polynomial.sign(at: middle)
        if sign == 0 {
            exact = middle
        } else if sign == polynomial.sign(at: upper) {
            upper = middle
        } else {
            lower = middle
        }
    }

    /// Finds the root if it is an integer over the denominator: of those, an interval shorter than 1 / denominator
    /// holds at most one.
    private mutating func findFraction(denominator: BigInt) {
        let step = Rational(1, over: denominator)
        while exact == nil, upper - lower >= step { halve() }
        guard exact == nil else { return }
        let candidate = Rational((upper * Rational(denominator)).floor, over: denominator)
        if candidate > lower, polynomial.sign(at: candidate) == 0 { exact = candidate }
    }

    /// The root, or a fraction so close to it that both have the same first `digits` significant digits, and at
    /// least 2^−`bits` of their size apart.
    mutating func value(digits: Int, bits: Int) -> Rational {
        while exact == nil {
            let width = (upper - lower) * Rational(BigInt(1) << bits)
            if lower.sign == upper.sign, width < min(lower.magnitude, upper.magnitude),
                lower.cut(to: digits) == upper.cut(to: digits)
            {
                break
            }
            halve()
        }
        return exact ?? upper
    }
}
