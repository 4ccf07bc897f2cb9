import FiniteFields

/// A polynomial over a prime field, the constant coefficient first, the last not 0.
struct FieldPolynomial<F: PrimeField>: Hashable, Sendable {
    private(set) var coefficients: [F]

    init(_ coefficients: [F]) {
        self.coefficients = coefficients
        while self.coefficients.last?.isZero == true { self.coefficients.removeLast() }
    }

    /// −1 for the polynomial 0.
    var degree: Int { coefficients.count - 1 }

    /// The polynomial divided by its leading coefficient; 0 stays 0.
    var monic: Self {
        guard let inverse = coefficients.last?.inverse() else { return self }
        return Self(coefficients.map { $0 * inverse })
    }

    static func - (left: Self, right: Self) -> Self {
        let count = max(left.coefficients.count, right.coefficients.count)
        return Self(
            (0..<count).map { index in
                let a = index < left.coefficients.count ? left.coefficients[index] : .zero
                return index < right.coefficients.count ? a - right.coefficients[index] : a
            })
    }

    static func * (left: Self, right: Self) -> Self {
        guard left.degree >= 0, right.degree >= 0 else { return Self([]) }
        var product = [F](repeating: .zero, count: left.degree + right.degree + 1)
        for (i, a) in left.coefficients.enumerated() {
            for (j, b) in right.coefficients.enumerated() { product[i + j] += a * b }
        }
        return Self(product)
    }

    /// - Precondition: `divisor` is not 0.
    func quotientAndRemainder(dividingBy divisor: Self) -> (quotient: Self, remainder: Self) {
        guard let inverse = divisor.coefficients.last?.inverse() else {
            preconditionFailure("nothing is divided by 0")
        }
        var rest = coefficients
        var quotient = [F](repeating: .zero, count: max(0, degree - divisor.degree + 1))
        for shift in stride(from: degree - divisor.degree, through: 0, by: -1) {
            let factor = rest[shift + divisor.degree] * inverse
            quotient[shift] = factor
            for (index, coefficient) in divisor.coefficients.enumerated() {
                rest[shift + index] -= factor * coefficient
            }
        }
        return (Self(quotient), Self(rest))
    }

    func remainder(dividingBy divisor: Self) -> Self { quotientAndRemainder(dividingBy: divisor).remainder }

    /// The greatest common divisor, its leading coefficient 1.
    func greatestCommonDivisor(with other: Self) -> Self {
        var (a, b) = (self, other)
        while b.degree >= 0 { (a, b) = (b, a.remainder(dividingBy: b)) }
        return a.monic
    }

    /// The power modulo another polynomial, the exponent's lowest word first.
    func power(_ exponent: [UInt64], modulo divisor: Self) -> Self {
        var result = Self([.one])
        for word in exponent.reversed() {
            for bit in (0..<64).reversed() {
                result = (result * result).remainder(dividingBy: divisor)
                guard word >> UInt64(bit) & 1 == 1 else { continue }
                result = (result * self).remainder(dividingBy: divisor)
            }
        }
        return result
    }
}
