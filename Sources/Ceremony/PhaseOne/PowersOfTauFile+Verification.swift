public import CircuitFormats
import EllipticCurves
import FiniteFields

/// What a cheating party could choose: its factors (any but zero are fine, as long as one party of the chain
/// is honest and forgets its own), and the rest is checked. It cannot take back what others did: every point
/// must be the one before it times the factor that it shows, and to show a factor is to know it, because the
/// point of G2 that carries it comes from the hash of all before. It cannot leave the groups, nor put other
/// numbers into the lists: all neighbours have the ratio τ, and the lists begin with the last contribution's
/// points.
extension PowersOfTauFile where Curve: CeremonyCurve {
    /// Checks the chain of contributions, that the powers are those of the last one, and that the Lagrange
    /// bases, if there are any, are those of the powers.
    ///
    /// Eight products of pairings for each contribution; for the points two multi-scalar multiplications with
    /// numbers of 128 bits of each list, and of each prepared list one with full numbers.
    ///
    /// - Parameters:
    ///   - beaconLimit: the base-two logarithm of the most hashes that are computed for a beacon; 2^26 take about
    ///     half a minute.
    ///   - progress: called now and then with the part of the work that is done.
    /// - Returns: the contributions, the first one first.
    /// - Throws: `CeremonyFlaw`, `CeremonyError.longBeacon`, or `FormatError` where a point is not in its group.
    @discardableResult
    public func verify(
        beaconLimit: Int = 26, progress: (Double) -> Void = { _ in }
    ) throws -> [ContributionRecord] {
        try demandContributors()
        guard let last = contributions.last else { throw CeremonyFlaw.noContributions }
        try BeaconLimit.check(contributions.map(\.parameters), beaconLimit)
        try validatePoints(.subgroup)
        progress(0.2)
        var link = PowersOfTauLink<Curve>(beginningWith: Self.firstChallenge(power: ceremonyPower))
        var records: [ContributionRecord] = []
        for (index, contribution) in contributions.enumerated() {
            guard let hash = contribution.responseHash else { throw CeremonyFlaw.otherResponse }
            try link.check(contribution, number: index + 1)
            records.append(
                ContributionRecord(
                    number: index + 1, name: contribution.parameters.name,
                    beacon: contribution.parameters.beacon, hash: hash))
            link = PowersOfTauLink(contribution)
        }
        progress(0.3)
        try powers.check(endOf: last)
        progress(0.6)
        try checkHashes(of: last)
        progress(0.7)
        try lagrange?.check(powers)
        progress(1)
        return records
    }

    /// Demands that somebody has contributed who could keep a secret; nothing else is checked.
    public func demandContributors() throws(CeremonyFlaw) {
        try Contributors.check(contributions.map(\.kind))
    }

    /// What the last contribution keeps and passes on; of powers that were cut down, nobody can say.
    private func checkHashes(
        of last: PowersOfTauContribution<Curve>
    ) throws(CeremonyFlaw) {
        guard power == ceremonyPower, let responseHash = last.responseHash else {
            if power == ceremonyPower { throw .otherResponse }
            return
        }
        var response = Blake2b()
        response.update(
            contributions.dropLast().last?.nextChallenge ?? Self.firstChallenge(power: ceremonyPower))
        response.update(powers, .compressed)
        response.update([last.tau, last.alpha, last.beta])
        guard response.digest() == responseHash else { throw .otherResponse }
        var next = Blake2b()
        next.update(responseHash)
        next.update(powers, .uncompressed)
        guard next.digest() == last.nextChallenge else { throw .otherChallenge }
    }
}

extension PowersOfTau where Curve: CeremonyCurve {
    fileprivate func check(endOf last: PowersOfTauContribution<Curve>) throws(CeremonyFlaw) {
        let (g1, g2) = (Curve.G1.generator, Curve.G2.generator)
        guard tau1[0] == g1, tau1[1] == last.tau1 else { throw .otherPoint(list: "tauG1") }
        guard tau2[0] == g2, tau2[1] == last.tau2 else { throw .otherPoint(list: "tauG2") }
        guard alphaTau1[0] == last.alpha1 else { throw .otherPoint(list: "alphaTauG1") }
        guard betaTau1[0] == last.beta1 else { throw .otherPoint(list: "betaTauG1") }
        guard beta2 == last.beta2 else { throw .otherPoint(list: "betaG2") }
        for (list, name) in [(tau1, "tauG1"), (alphaTau1, "alphaTauG1"), (betaTau1, "betaTauG1")] {
            let (sum, next) = list.sumsOfNeighbours()
            guard Curve.haveSameRatio(sum, next, g2, last.tau2) else { throw .noPowers(list: name) }
        }
        let (sum, next) = tau2.sumsOfNeighbours()
        guard Curve.haveSameRatio(g1, last.tau1, sum, next) else { throw .noPowers(list: "tauG2") }
        guard Curve.haveSameRatio(g1, last.beta1, g2, beta2) else { throw .otherPoint(list: "betaG2") }
    }
}
