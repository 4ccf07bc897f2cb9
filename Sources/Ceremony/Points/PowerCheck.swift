import EllipticCurves
import FiniteFields

/// Random numbers of 128 bits for checking many equations as one: a false one passes with a probability of
/// 2^−128.
func randomCoefficients<F: PrimeField>(_ count: Int, of type: F.Type = F.self) -> [F] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in
        var words = [UInt64](repeating: 0, count: F.wordCount)
        words[0] = generator.next()
        words[1] = generator.next()
        guard let element = F(canonicalWords: words) else { preconditionFailure("128 bits are below r") }
        return element
    }
}

extension PointArray {
    /// Returns two sums that have the ratio of neighbours if all neighbours have the same: Σ ρ_i P_i and Σ
    /// ρ_i P_(i+1).
    func sumsOfNeighbours() -> (AffinePoint<Curve>, AffinePoint<Curve>) {
        let coefficients = randomCoefficients(count - 1, of: Curve.ScalarField.self)
        return (
            multiScalarMultiply(part(0..<count - 1), coefficients).affine,
            multiScalarMultiply(part(1..<count), coefficients).affine
        )
    }
}
