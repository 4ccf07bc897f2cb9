import ArgumentParser
import Espalier

/// What a key's ceremony is checked against.
struct CeremonyBasis: ParsableArguments {
    @Option(help: "The circuit (.r1cs) of the key.")
    var circuit: String?

    @Option(help: "The prepared powers of tau (.ptau) that the key was begun with.")
    var powers: String?

    @Flag(
        name: .customLong("trust-powers"),
        help: "Leave out the ceremony of the powers, which was checked before.")
    var trustPowers = false

    @Option(
        name: .customLong("beacon-limit"),
        help: "The base-two logarithm of the most hashes that are computed for a beacon.")
    var beaconLimit = 26

    func check<Curve: CeremonyCurve>(
        _ key: ZKeyFile<Curve>, at path: String, progress: ProgressHandler
    ) throws -> CeremonyCheck {
        guard let circuit, let powers else {
            throw BasisError(text: "a key is checked against its --circuit and its --powers")
        }
        return try .key(
            key, at: path, of: CeremonyCircuit(contentsOf: circuit),
            powers: CeremonyFile.powers(contentsOf: powers), at: powers, trustingPowers: trustPowers,
            beaconLimit: beaconLimit, progress: progress)
    }
}

/// What a file is checked against does not go with its kind.
struct BasisError: CommandError {
    let exitCode: Int32 = 64
    let text: String

    var description: String { text }
}
