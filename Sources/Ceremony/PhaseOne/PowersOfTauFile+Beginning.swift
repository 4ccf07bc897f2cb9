public import CircuitFormats
import EllipticCurves
import FiniteFields

extension PowersOfTauFile where Curve: CeremonyCurve {
    /// The powers that a ceremony can be for: on BN254, Lagrange bases need roots of unity of one order more.
    public static var powerRange: ClosedRange<Int> { 1...27 }

    /// Returns the powers that a ceremony begins with, those of τ = α = β = 1.
    ///
    /// - Throws: `CeremonyError.powerOutOfRange`.
    public static func beginning(power: Int) throws(CeremonyError) -> Self {
        guard powerRange.contains(power) else { throw .powerOutOfRange(powerRange) }
        func ones<G: ShortWeierstrassCurve>(_ count: Int, of group: G.Type) -> PointArray<G> {
            PointArray([AffinePoint<G>](repeating: G.generator, count: count))
        }
        let size = 1 << power
        return Self(
            PowersOfTau(
                tau1: ones(2 * size - 1, of: Curve.G1.self), tau2: ones(size, of: Curve.G2.self),
                alphaTau1: ones(size, of: Curve.G1.self), betaTau1: ones(size, of: Curve.G1.self),
                beta2: Curve.G2.generator))
    }

    /// The hash that the first party of a ceremony of this size begins with.
    ///
    /// A hash of as many points as the ceremony has: where that takes long, it is known.
    package static func firstChallenge(power: Int) -> [UInt8] {
        FirstChallenges.known(power: power, on: Curve.self) ?? computedFirstChallenge(power: power)
    }

    package static func computedFirstChallenge(power: Int) -> [UInt8] {
        var hash = Blake2b()
        hash.update(Blake2b().digest())
        let (g1, g2) = (Curve.G1.generator, Curve.G2.generator)
        hash.update(g1.transcriptBytes(.uncompressed), times: (2 << power) - 1)
        hash.update(g2.transcriptBytes(.uncompressed), times: 1 << power)
        hash.update(g1.transcriptBytes(.uncompressed), times: 2 << power)
        hash.update(g2)
        return hash.digest()
    }

    /// The hash that the next party begins with.
    var challenge: [UInt8] {
        contributions.last?.nextChallenge ?? Self.firstChallenge(power: ceremonyPower)
    }
}

extension Blake2b {
    fileprivate mutating func update(_ bytes: [UInt8], times count: Int) {
        let piece = Array(repeatElement(bytes, count: min(count, 1024)).joined())
        for _ in 0..<count / 1024 { update(piece) }
        update(piece.prefix(bytes.count * (count % 1024)))
    }

    /// Takes in all points of the powers.
    mutating func update<Curve>(_ powers: PowersOfTau<Curve>, _ form: PointForm) {
        update(powers.tau1, form)
        update(powers.tau2, form)
        update(powers.alphaTau1, form)
        update(powers.betaTau1, form)
        update(powers.beta2.transcriptBytes(form))
    }

    /// Takes in the public key of a contribution.
    mutating func update<Curve>(_ knowledge: [PowersOfTauContribution<Curve>.Knowledge]) {
        for one in knowledge {
            update(one.s)
            update(one.sx)
        }
        for one in knowledge { update(one.spx) }
    }
}
