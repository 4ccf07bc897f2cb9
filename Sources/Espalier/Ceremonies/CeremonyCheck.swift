public import Ceremony
public import CircuitFormats

/// The verification of whole ceremonies, with what they say of their contributions.
public struct CeremonyCheck: Sendable {
    /// Of the powers of tau; empty where they were not checked.
    public let powers: [ContributionRecord]
    /// Of the key; empty where there was none to check.
    public let key: [ContributionRecord]

    /// Checks the ceremony of powers of tau.
    public static func powers<Curve: CeremonyCurve>(
        _ file: PowersOfTauFile<Curve>, at path: String, beaconLimit: Int = 26,
        progress: ProgressHandler = { _ in }
    ) throws -> CeremonyCheck {
        CeremonyCheck(
            powers: try records(file, at: path, beaconLimit: beaconLimit, progress: progress), key: [])
    }

    /// Checks both phases: that of the powers, and that of the key that was made of them for the circuit.
    ///
    /// - Parameters:
    ///   - trustingPowers: true leaves out the first phase, for powers that were checked before.
    ///   - beaconLimit: the base-two logarithm of the most hashes that are computed for a beacon.
    public static func key<Curve: CeremonyCurve>(
        _ file: ZKeyFile<Curve>, at path: String, of circuit: CeremonyCircuit<Curve>,
        powers: PowersOfTauFile<Curve>, at powersPath: String, trustingPowers: Bool = false,
        beaconLimit: Int = 26, progress: ProgressHandler = { _ in }
    ) throws -> CeremonyCheck {
        let first =
            trustingPowers
            ? [] : try records(powers, at: powersPath, beaconLimit: beaconLimit, progress: progress)
        if trustingPowers { try FileError.naming(powersPath) { try powers.demandContributors() } }
        let step = "Check the key"
        let second = try FileError.naming(path) {
            try file.verify(circuit.system, powers: powers, beaconLimit: beaconLimit) {
                progress(.running(step, fraction: $0))
            }
        }
        progress(.finished(step, summary: summary(second)))
        return CeremonyCheck(powers: first, key: second)
    }

    private static func records<Curve: CeremonyCurve>(
        _ file: PowersOfTauFile<Curve>, at path: String, beaconLimit: Int, progress: ProgressHandler
    ) throws -> [ContributionRecord] {
        let step = "Check the powers of tau"
        let records = try FileError.naming(path) {
            try file.verify(beaconLimit: beaconLimit) { progress(.running(step, fraction: $0)) }
        }
        progress(.finished(step, summary: summary(records)))
        return records
    }

    private static func summary(_ records: [ContributionRecord]) -> String {
        records.count == 1 ? "1 contribution" : "\(records.count) contributions"
    }
}
