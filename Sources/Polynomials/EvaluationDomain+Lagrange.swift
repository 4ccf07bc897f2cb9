import FiniteFields

extension EvaluationDomain {
    /// Returns L_i(x) for every i, the values at x of the polynomials that are 1 at ω^i and 0 elsewhere
    /// on the domain: L_i(x) = ω^i Z(x) / (2^k (x − ω^i)).
    ///
    /// One inversion and about 5 · 2^k products.
    @specialized(where F == BN254Fields.Scalar)
    public func lagrangeCoefficients(at x: F) -> [F] {
        var differences: [F] = []
        differences.reserveCapacity(size)
        var point = F.one
        for index in 0..<size {
            let difference = x - point
            // On the domain itself, the coefficients are one 1 and otherwise 0.
            if difference.isZero {
                var result = [F](repeating: .zero, count: size)
                result[index] = .one
                return result
            }
            differences.append(difference)
            point *= root
        }
        var factor = vanishingPolynomial(at: x) * sizeInverse
        var result = Self.inverses(of: differences)
        for index in result.indices {
            result[index] *= factor
            factor *= root
        }
        return result
    }

    /// Montgomery's trick: one inversion of the product of all, then two products per element.
    private static func inverses(of elements: [F]) -> [F] {
        var product = F.one
        var result = elements.map { element in
            defer { product *= element }
            return product
        }
        guard var inverse = product.inverse() else { preconditionFailure("zero has no inverse") }
        for index in elements.indices.reversed() {
            result[index] *= inverse
            inverse *= elements[index]
        }
        return result
    }
}
