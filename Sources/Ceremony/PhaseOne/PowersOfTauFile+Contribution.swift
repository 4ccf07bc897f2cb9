public import CircuitFormats
import EllipticCurves
import FiniteFields

extension PowersOfTauFile where Curve: CeremonyCurve {
    /// Returns the powers after one more contribution: τ, α and β times factors that are forgotten when this
    /// returns, with proofs that they were known. The result is not prepared.
    ///
    /// One multiplication for each point, and the check that all are in their groups: whoever made the file could learn
    /// something of the factors from points outside. The transcript is that of snarkjs, so that a ceremony may mix
    /// tools. The contributions before are not checked here.
    ///
    /// - Parameter progress: called now and then with the part of the work that is done.
    /// - Throws: `CeremonyError.cutDown`, or `FormatError` where a point is not in its group.
    public func contributing(
        _ source: ContributionSource, name: String, progress: (Double) -> Void = { _ in }
    ) throws -> Self {
        guard power == ceremonyPower else { throw CeremonyError.cutDown }
        // A point of small order would come back as a factor modulo that order.
        try powers.validatePoints(.subgroup)
        let challenge = challenge
        var generator = source.generator { progress($0 * 0.1) }
        let secret = PowersOfTauSecret<Curve>(challenge: challenge, generator: &generator)
        let next = powers.multiplied(by: secret) { progress(0.1 + 0.8 * $0) }

        var response = Blake2b()
        response.update(challenge)
        response.update(next, .compressed)
        let state = response.state
        response.update(secret.knowledge)
        var following = Blake2b()
        following.update(response.digest())
        following.update(next, .uncompressed)
        progress(1)

        var file = Self(next, contributions: contributions)
        file.contributions.append(
            PowersOfTauContribution(
                tau1: next.tau1[1], tau2: next.tau2[1], alpha1: next.alphaTau1[0], beta1: next.betaTau1[0],
                beta2: next.beta2, tau: secret.knowledge[0], alpha: secret.knowledge[1],
                beta: secret.knowledge[2], partialHash: state, nextChallenge: following.digest(),
                kind: source.kind, parameters: ContributionParameters(name: name, beacon: source.beacon)))
        return file
    }
}

extension PowersOfTau where Curve: CeremonyCurve {
    fileprivate func multiplied(
        by secret: borrowing PowersOfTauSecret<Curve>, progress: (Double) -> Void
    ) -> PowersOfTau {
        // In multiplications in G1; those in G2 cost three times as much.
        let total = Double(7 << power)
        var done = 0
        func report(_ count: Int, _ weight: Int = 1) { progress(Double(done + weight * count) / total) }
        let tau1 = tau1.scaled(by: .one, ratio: secret.tau) { report($0) }
        done += tau1.count
        let tau2 = tau2.scaled(by: .one, ratio: secret.tau) { report($0, 3) }
        done += 3 * tau2.count
        let alphaTau1 = alphaTau1.scaled(by: secret.alpha, ratio: secret.tau) { report($0) }
        done += alphaTau1.count
        let betaTau1 = betaTau1.scaled(by: secret.beta, ratio: secret.tau) { report($0) }
        return PowersOfTau(
            tau1: tau1, tau2: tau2, alphaTau1: alphaTau1, betaTau1: betaTau1,
            beta2: beta2.multiplied(by: secret.beta).affine)
    }
}

extension PowersOfTauContribution where Curve: CeremonyCurve {
    /// The hash that the party was shown: that of what it received, made, and its public key. Nil where the
    /// state that the file keeps is none.
    ///
    /// Of contributions other than the last nobody can check the state without the points of that time: the
    /// hash is what the party may look for, and no proof of anything.
    public var responseHash: [UInt8]? {
        guard var hash = Blake2b(state: partialHash) else { return nil }
        hash.update([tau, alpha, beta])
        return hash.digest()
    }
}
