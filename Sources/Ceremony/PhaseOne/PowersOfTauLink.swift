import CircuitFormats
import EllipticCurves

/// Where a chain of contributions stands: what the next one has to follow from.
struct PowersOfTauLink<Curve: CeremonyCurve> {
    private let tau1: AffinePoint<Curve.G1>
    private let tau2: AffinePoint<Curve.G2>
    private let alpha1: AffinePoint<Curve.G1>
    private let beta1: AffinePoint<Curve.G1>
    private let beta2: AffinePoint<Curve.G2>
    private let challenge: [UInt8]

    /// The beginning, at which all secrets are 1.
    init(beginningWith challenge: [UInt8]) {
        tau1 = Curve.G1.generator
        tau2 = Curve.G2.generator
        alpha1 = Curve.G1.generator
        beta1 = Curve.G1.generator
        beta2 = Curve.G2.generator
        self.challenge = challenge
    }

    init(_ contribution: PowersOfTauContribution<Curve>) {
        tau1 = contribution.tau1
        tau2 = contribution.tau2
        alpha1 = contribution.alpha1
        beta1 = contribution.beta1
        beta2 = contribution.beta2
        challenge = contribution.nextChallenge
    }

    /// Demands that a contribution follows from this place.
    func check(_ next: PowersOfTauContribution<Curve>, number: Int) throws(CeremonyFlaw) {
        if let beacon = next.parameters.beacon {
            var generator = ChaChaGenerator(beacon)
            let secret = PowersOfTauSecret<Curve>(challenge: challenge, generator: &generator)
            guard secret.knowledge == [next.tau, next.alpha, next.beta] else {
                throw .otherBeacon(contribution: number)
            }
        }
        var challengePoints: [AffinePoint<Curve.G2>] = []
        for secret in PowersOfTauSecretName.allCases {
            let shown = secret.knowledge(of: next)
            let sp = secret.challengePoint(challenge, s: shown.s, sx: shown.sx, on: Curve.self)
            guard Curve.haveSameRatio(shown.s, shown.sx, sp, shown.spx) else {
                throw .unknownFactor(secret.flaw, contribution: number)
            }
            challengePoints.append(sp)
        }
        guard Curve.haveSameRatio(tau1, next.tau1, challengePoints[0], next.tau.spx),
            Curve.haveSameRatio(next.tau.s, next.tau.sx, tau2, next.tau2)
        else { throw .doesNotFollow(.tau, contribution: number) }
        guard Curve.haveSameRatio(alpha1, next.alpha1, challengePoints[1], next.alpha.spx) else {
            throw .doesNotFollow(.alpha, contribution: number)
        }
        guard Curve.haveSameRatio(beta1, next.beta1, challengePoints[2], next.beta.spx),
            Curve.haveSameRatio(next.beta.s, next.beta.sx, beta2, next.beta2)
        else { throw .doesNotFollow(.beta, contribution: number) }
    }
}
