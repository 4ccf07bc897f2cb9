public import CircuitFormats
import EllipticCurves
import FiniteFields

extension ZKeyFile where Curve: CeremonyCurve {
    /// Returns the key after one more contribution: δ times a factor that is forgotten when this returns,
    /// with a proof that it was known, and what is divided by δ divided by the factor.
    ///
    /// One multiplication for each private wire and each point of the domain, and the check that all points are in the
    /// group: whoever made the file could learn something of the factor from points outside. The transcript is that of
    /// snarkjs, so that a ceremony may mix tools. The contributions before are not checked here.
    ///
    /// - Throws: `FormatError` where a point is not in its group, or `CeremonyError.ownKey`.
    public func contributing(
        _ source: ContributionSource, name: String, progress: (Double) -> Void = { _ in }
    ) throws -> Self {
        guard !contributions.isEmpty || key.delta1 == Curve.G1.generator else {
            throw CeremonyError.ownKey
        }
        // A point of small order would come back as the factor modulo that order.
        try validate(.subgroup)
        var generator = source.generator { progress($0 * 0.1) }
        let secret = DeltaSecret<Curve>(generator: &generator)
        var transcript = transcriptSoFar
        transcript.update(secret.s)
        transcript.update(secret.sx)
        let digest = transcript.digest()
        let spx = DeltaSecret<Curve>.challengePoint(digest).multiplied(by: secret.factor).affine

        var next = self
        let total = Double(key.c.count + key.h.count)
        next.key.c = key.c.scaled(by: secret.inverse) { progress(0.1 + 0.9 * Double($0) / total) }
        next.key.h = key.h.scaled(by: secret.inverse) {
            progress(0.1 + 0.9 * Double(key.c.count + $0) / total)
        }
        next.key.delta1 = key.delta1.multiplied(by: secret.factor).affine
        next.key.verifyingKey.delta2 = key.verifyingKey.delta2.multiplied(by: secret.factor).affine
        next.key.verifyingKey.isDevelopment = false
        next.contributions.append(
            ZKeyContribution(
                deltaAfter: next.key.delta1, s: secret.s, sx: secret.sx, spx: spx, transcript: digest,
                kind: source.kind, parameters: ContributionParameters(name: name, beacon: source.beacon)))
        return next
    }

    /// The hash of the circuit and of all contributions.
    private var transcriptSoFar: Blake2b {
        var hash = Blake2b()
        hash.update(circuitHash)
        for contribution in contributions { hash.update(contribution) }
        return hash
    }
}
