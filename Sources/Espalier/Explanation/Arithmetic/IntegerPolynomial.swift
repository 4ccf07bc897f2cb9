import BigInt

/// A polynomial in one variable with integer coefficients, the constant one first, the last not 0.
struct IntegerPolynomial: Hashable, Sendable {
    let coefficients: [BigInt]

    init(_ coefficients: some Sequence<BigInt>) {
        var trimmed = Array(coefficients)
        while trimmed.last?.isZero == true { trimmed.removeLast() }
        self.coefficients = trimmed
    }

    var isZero: Bool { coefficients.isEmpty }

    /// −1 for the polynomial 0.
    var degree: Int { coefficients.count - 1 }

    var leading: BigInt { coefficients.last ?? 0 }

    var derivative: IntegerPolynomial {
        IntegerPolynomial(coefficients.enumerated().dropFirst().map { BigInt($0.offset) * $0.element })
    }

    /// The greatest common divisor of the coefficients; 0 for the polynomial 0.
    var content: BigInt {
        var divisor: BigInt = 0
        for coefficient in coefficients where divisor != 1 {
            divisor = divisor.greatestCommonDivisor(with: coefficient)
        }
        return divisor
    }

    /// The polynomial divided by its content: same roots, same signs.
    var primitivePart: IntegerPolynomial {
        let content = content
        return content <= 1 ? self : IntegerPolynomial(coefficients.map { $0 / content })
    }

    /// The sign of the value at a fraction: −1, 0, 1.
    ///
    /// With x = p / q it is that of `Σ c_i p^i q^(n − i)`, in integers.
    func sign(at x: Rational) -> Int {
        var sum: BigInt = 0
        var power: BigInt = 1
        for coefficient in coefficients.reversed() {
            sum = sum * x.numerator + coefficient * power
            power *= x.denominator
        }
        return Int(sum.signum())
    }
}

// MARK: - Arithmetic

extension IntegerPolynomial {
    static func + (left: Self, right: Self) -> Self {
        let count = max(left.coefficients.count, right.coefficients.count)
        return Self((0..<count).map { left[$0] + right[$0] })
    }

    static func - (left: Self, right: Self) -> Self { left + right.scaled(by: -1) }

    static func * (left: Self, right: Self) -> Self {
        guard !left.isZero, !right.isZero else { return Self([]) }
        var product = [BigInt](repeating: 0, count: left.degree + right.degree + 1)
        for (i, a) in left.coefficients.enumerated() where !a.isZero {
            for (j, b) in right.coefficients.enumerated() { product[i + j] += a * b }
        }
        return Self(product)
    }

    func scaled(by factor: BigInt) -> Self { Self(coefficients.map { $0 * factor }) }

    /// The coefficient of the power, 0 beyond the degree.
    subscript(power: Int) -> BigInt { power < coefficients.count ? coefficients[power] : 0 }

    /// Returns quotient and remainder of `m` times the polynomial, where m is a positive integer: a power of
    /// the divisor's leading coefficient's magnitude. For a divisor with the leading coefficient 1, m = 1.
    ///
    /// - Precondition: `divisor` is not 0.
    func pseudoQuotientAndRemainder(
        dividingBy divisor: Self
    ) -> (quotient: Self, remainder: Self, multiplier: BigInt) {
        precondition(!divisor.isZero, "nothing is divided by 0")
        let magnitude = BigInt(divisor.leading.magnitude)
        let sign = divisor.leading.signum()
        var rest = coefficients
        var quotient = [BigInt](repeating: 0, count: max(0, degree - divisor.degree + 1))
        var multiplier: BigInt = 1
        for shift in stride(from: degree - divisor.degree, through: 0, by: -1) {
            let factor = rest[shift + divisor.degree] * sign
            guard !factor.isZero else { continue }
            if magnitude != 1 {
                for index in rest.indices { rest[index] *= magnitude }
                for index in quotient.indices { quotient[index] *= magnitude }
                multiplier *= magnitude
            }
            quotient[shift] += factor
            for (index, coefficient) in divisor.coefficients.enumerated() {
                rest[shift + index] -= factor * coefficient
            }
        }
        return (Self(quotient), Self(rest), multiplier)
    }
}
