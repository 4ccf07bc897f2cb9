public import FiniteFields

/// Returns Σ `coefficients[i]` x^i by Horner's rule.
@specialized(where F == BN254Fields.Scalar)
@specialized(where F == BLS12381Fields.Scalar)
public func evaluatePolynomial<F: PrimeField>(_ coefficients: [F], at x: F) -> F {
    coefficients.reversed().reduce(.zero) { $0 * x + $1 }
}
