import CircuitFormats
import EllipticCurves
import FiniteFields
import Polynomials

extension LagrangePowers {
    /// Demands that all lists are those of the powers.
    ///
    /// For a polynomial f with random coefficients, Σ f_i [τ^i] = [f(τ)] = Σ f(ω^i) [L_i(τ)].
    ///
    /// The longest list is for one power more than there are. That power counts as infinity where the file was
    /// prepared, and is there where the lists were taken over from a longer file: it is computed from the list,
    /// has to be one of the two, and its coefficient is drawn like all others. A change of the list in that
    /// direction alone would show nowhere else.
    func check(_ powers: PowersOfTau<Curve>) throws(CeremonyFlaw) {
        let highest = tau1.lagrangeList(powers.power + 1).highestPower
        let follows = Curve.haveSameRatio(
            powers.tau1[powers.tau1.count - 1], highest, Curve.G2.generator, powers.tau2[1])
        guard highest.isInfinity || follows,
            tau1.areLagrangeBases(of: PointArray(Array(powers.tau1) + [highest]))
        else { throw .otherBasis(list: "tauG1") }
        guard tau2.areLagrangeBases(of: powers.tau2) else { throw .otherBasis(list: "tauG2") }
        guard alphaTau1.areLagrangeBases(of: powers.alphaTau1) else { throw .otherBasis(list: "alphaTauG1") }
        guard betaTau1.areLagrangeBases(of: powers.betaTau1) else { throw .otherBasis(list: "betaTauG1") }
    }
}

extension PointArray {
    /// The point of the highest power, of which this is the Lagrange basis: x^(N−1) is ω^−i at ω^i.
    fileprivate var highestPower: AffinePoint<Curve> {
        let root = Curve.ScalarField.rootOfUnity(ofOrderTwoToThe: count.trailingZeroBitCount)
        guard let inverse = root.inverse() else { preconditionFailure("a root of unity is not zero") }
        var power = Curve.ScalarField.one
        let values = indices.map { _ in
            defer { power *= inverse }
            return power
        }
        return multiScalarMultiply(self, values).affine
    }

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
