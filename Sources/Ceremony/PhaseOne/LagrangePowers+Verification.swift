import CircuitFormats
import EllipticCurves
import FiniteFields
import Polynomials

extension LagrangePowers {
    /// Demands that all lists are those of the powers.
    ///
    /// For a polynomial f with random coefficients, Σ f_i [τ^i] = [f(τ)] = Σ f(ω^i) [L_i(τ)]. The basis of
    /// the longest list lacks its highest power; the coefficient that belongs to it is drawn all the same,
    /// because a change of the list in that direction alone would show nowhere else.
    func check(_ powers: PowersOfTau<Curve>) throws(CeremonyFlaw) {
        guard tau1.areLagrangeBases(of: powers.tau1) else { throw .otherBasis(list: "tauG1") }
        guard tau2.areLagrangeBases(of: powers.tau2) else { throw .otherBasis(list: "tauG2") }
        guard alphaTau1.areLagrangeBases(of: powers.alphaTau1) else { throw .otherBasis(list: "alphaTauG1") }
        guard betaTau1.areLagrangeBases(of: powers.betaTau1) else { throw .otherBasis(list: "betaTauG1") }
    }
}

extension PointArray {
    /// Whether the lists that follow each other here, from that of one point on, are the Lagrange bases of
    /// `powers`.
    @specialized(where Curve == BN254.G1)
    @specialized(where Curve == BN254.G2)
    @specialized(where Curve == BLS12381.G1)
    @specialized(where Curve == BLS12381.G2)
    fileprivate func areLagrangeBases(of powers: PointArray) -> Bool {
        var values: [Curve.ScalarField] = []
        values.reserveCapacity(count)
        var sums = [Curve.ScalarField](repeating: .zero, count: powers.count)
        while values.count < count {
            let size = values.count + 1
            var polynomial = randomCoefficients(size, of: Curve.ScalarField.self)
            for index in 0..<Swift.min(size, powers.count) { sums[index] += polynomial[index] }
            guard let domain = EvaluationDomain<Curve.ScalarField>(minimumSize: size) else { return false }
            domain.evaluate(&polynomial)
            values.append(contentsOf: polynomial)
        }
        return multiScalarMultiply(powers, sums) == multiScalarMultiply(self, values)
    }
}
