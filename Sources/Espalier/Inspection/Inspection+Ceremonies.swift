import Ceremony
import CircuitFormats

extension Inspection {
    /// Powers of tau, of which all points are looked at, as `ceremony verify` does with more.
    static func powersOfTau<Curve: CeremonyCurve>(
        _ bytes: FileBytes, _ path: String, on curve: Curve.Type
    ) throws -> Inspection {
        let file = try PowersOfTauFile<Curve>(decoding: bytes)
        var facts = [
            Fact("curve", curve.name),
            Fact("for circuits of", "2^\(file.power) constraints, public values and the constant"),
        ]
        if file.ceremonyPower > file.power {
            facts.append(Fact("cut down from", "2^\(file.ceremonyPower): it takes no more contributions"))
        }
        facts.append(
            Fact("prepared", file.lagrange == nil ? "no: ceremony prepare does that" : "yes, for all domains")
        )
        facts += contributions(
            file.contributions.map(\.parameters), none: "none: everybody knows its secrets")
        return Inspection(file: path, kind: "powers of tau (.ptau)", bytes: bytes.count, facts: facts)
    }

    /// Who contributed, not checked.
    static func contributions(_ parameters: [ContributionParameters], none: String) -> [Fact] {
        guard !parameters.isEmpty else { return [Fact("contributions", none)] }
        let named = parameters.enumerated().map { index, one in
            Fact("contribution \(index + 1)", one.name ?? (one.beacon == nil ? "no name" : "a beacon"))
        }
        return [Fact("contributions", "\(parameters.count), not checked: ceremony verify does that")] + named
    }
}
