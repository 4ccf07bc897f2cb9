import CircuitFormats
import ConstraintSystem
import EllipticCurves
import FiniteFields

/// What one party multiplies τ, α and β by, and the proofs that it knows that. Wiped with the object; nobody
/// may keep it.
struct PowersOfTauSecret<Curve: CeremonyCurve>: ~Copyable {
    typealias Knowledge = PowersOfTauContribution<Curve>.Knowledge

    private let factors: SecretBuffer<Curve.ScalarField>
    let knowledge: [Knowledge]

    var tau: Curve.ScalarField { factors[0] }
    var alpha: Curve.ScalarField { factors[1] }
    var beta: Curve.ScalarField { factors[2] }

    /// Draws the factors, then the points that the proofs begin with.
    ///
    /// A factor that is zero would make the file useless, and everybody would see it; of 2^254 values none is.
    init(challenge: [UInt8], generator: inout ChaChaGenerator) {
        var factors = SecretBuffer<Curve.ScalarField>(repeating: .zero, count: 3)
        for index in 0..<3 { factors[index] = generator.nextElement() }
        var knowledge: [Knowledge] = []
        for (index, secret) in PowersOfTauSecretName.allCases.enumerated() {
            let s = generator.nextG1(Curve.self)
            let sx = s.multiplied(by: factors[index]).affine
            let sp = secret.challengePoint(challenge, s: s, sx: sx, on: Curve.self)
            knowledge.append(Knowledge(s: s, sx: sx, spx: sp.multiplied(by: factors[index]).affine))
        }
        self.factors = factors
        self.knowledge = knowledge
    }
}

/// The three secrets of the first phase, in the order of the files.
enum PowersOfTauSecretName: UInt8, CaseIterable {
    case tau, alpha, beta

    var flaw: CeremonyFlaw.Secret {
        switch self {
        case .tau: .tau
        case .alpha: .alpha
        case .beta: .beta
        }
    }

    /// The point of G2 to which a party has to put its factor: nobody knows its logarithm, and it depends on
    /// all that came before and on the proof's beginning, so that no proof fits another place.
    func challengePoint<Curve: CeremonyCurve>(
        _ challenge: [UInt8], s: AffinePoint<Curve.G1>, sx: AffinePoint<Curve.G1>, on curve: Curve.Type
    ) -> AffinePoint<Curve.G2> {
        var hash = Blake2b()
        hash.update([rawValue])
        hash.update(challenge)
        hash.update(s)
        hash.update(sx)
        var generator = ChaChaGenerator(seed: hash.digest())
        return generator.nextG2(Curve.self)
    }

    func knowledge<Curve>(
        of contribution: PowersOfTauContribution<Curve>
    ) -> PowersOfTauContribution<Curve>.Knowledge {
        switch self {
        case .tau: contribution.tau
        case .alpha: contribution.alpha
        case .beta: contribution.beta
        }
    }
}
