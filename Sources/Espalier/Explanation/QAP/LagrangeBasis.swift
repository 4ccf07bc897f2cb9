import BigInt

/// Interpolation over the points 1 … n, exactly.
struct LagrangeBasis: Sendable {
    /// T(X) = (X − 1) ⋯ (X − n).
    let vanishing: IntegerPolynomial
    /// (n − 1)! L_i(X), where L_i is 1 at i and 0 at the other points.
    private let scaled: [IntegerPolynomial]
    private let factorial: BigInt

    /// - Precondition: `count` is positive.
    init(count n: Int) {
        precondition(n > 0, "there is a point")
        func linear(_ point: Int) -> IntegerPolynomial { IntegerPolynomial([BigInt(-point), 1]) }
        let vanishing = (1...n).reduce(IntegerPolynomial([1])) { $0 * linear($1) }
        // L_i = T / (X − i) / ((−1)^(n − i) (i − 1)! (n − i)!), so (n − 1)! L_i = ± C(n − 1, i − 1) T / (X − i).
        var binomial: BigInt = 1
        var scaled: [IntegerPolynomial] = []
        for point in 1...n {
            let (quotient, _, _) = vanishing.pseudoQuotientAndRemainder(dividingBy: linear(point))
            scaled.append(quotient.scaled(by: (n - point).isMultiple(of: 2) ? binomial : -binomial))
            binomial = binomial * BigInt(n - point) / BigInt(point)
        }
        self.vanishing = vanishing
        self.scaled = scaled
        factorial = (1..<max(2, n)).reduce(1) { $0 * BigInt($1) }
    }

    /// The polynomial of degree below n that has these values at 1 … n.
    func polynomial(through values: [Rational]) -> RationalPolynomial {
        precondition(values.count == scaled.count, "one value for each point")
        let common = values.reduce(BigInt(1)) { product, value in
            product / product.greatestCommonDivisor(with: value.denominator) * value.denominator
        }
        var sum = IntegerPolynomial([])
        for (value, basis) in zip(values, scaled) where !value.isZero {
            sum = sum + basis.scaled(by: value.numerator * (common / value.denominator))
        }
        return RationalPolynomial(sum, over: common * factorial)
    }
}
