import FiniteFields

extension EvaluationDomain {
    /// Returns L_i(x) for every i, the values at x of the polynomials that are 1 at ω^i and 0 elsewhere
    /// on the domain: L_i(x) = ω^i Z(x) / (2^k (x − ω^i)).
    ///
    /// One inversion and about 5 · 2^k products.
    public func lagrangeCoefficients(at x: F) -> [F] {
        [F](unsafeUninitializedCapacity: size) { result, count in
            result.initialize(repeating: .zero)
            writeLagrangeCoefficients(at: x, to: result)
            count = size
        }
    }

    /// Writes L_i(x) for every i, for callers to whom x is a secret and its traces are theirs to wipe.
    ///
    /// - Precondition: `result` has `size` elements.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    public func writeLagrangeCoefficients(at x: F, to result: UnsafeMutableBufferPointer<F>) {
        precondition(result.count == size, "one coefficient per point")
        var point = F.one
        for index in result.indices {
            result[index] = x - point
            point *= root
        }
        // On the domain itself, the coefficients are one 1 and otherwise 0.
        if let index = result.firstIndex(where: \.isZero) {
            result.update(repeating: .zero)
            result[index] = .one
            return
        }
        F.invertAll(result)
        var factor = vanishingPolynomial(at: x) * sizeInverse
        for index in result.indices {
            result[index] *= factor
            factor *= root
        }
    }
}
