import Ceremony
import CircuitFormats
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport

/// The files of ceremonies: powers of tau, and keys with a history.
extension FuzzedReader {
    static let powersOfTau = FuzzedReader("ptau", samples: { try SampleCeremony.powers.get() }) {
        try PowersOfTauFile<BN254>(decoding: FileBytes($0)).encoded()
    } or: {
        try PowersOfTauFile<BLS12381>(decoding: FileBytes($0)).encoded()
    }

    /// Read as contributors do, and then verified: a chain that does not hold is an answer, too.
    static let lazyPowersOfTau = FuzzedReader("ptau-lazy", samples: { try SampleCeremony.powers.get() }) {
        try verified($0, on: BN254.self)
    } or: {
        try verified($0, on: BLS12381.self)
    }

    private static func verified<Curve: CeremonyCurve>(
        _ bytes: [UInt8], on curve: Curve.Type
    ) throws -> [UInt8] {
        let file = try PowersOfTauFile<Curve>(lazilyDecoding: FileBytes(bytes))
        _ = try? file.verify(beaconLimit: 10)
        return file.encoded()
    }

    static let keyWithHistory = FuzzedReader("zkey-history", samples: { try SampleCeremony.keys.get() }) {
        try ZKeyFile<BN254>(decoding: $0).encoded()
    } or: {
        try ZKeyFile<BLS12381>(decoding: $0).encoded()
    }
}

/// A small ceremony on both curves, the same each time: a beacon is its only contribution.
private enum SampleCeremony {
    static let powers = Result { try files().flatMap(\.powers) }
    static let keys = Result { try files().map(\.key) }

    private static func files() throws -> [(powers: [[UInt8]], key: [UInt8])] {
        [try files(on: BN254.self), try files(on: BLS12381.self)]
    }

    private static func files<Curve: CeremonyCurve>(
        on curve: Curve.Type
    ) throws -> (powers: [[UInt8]], key: [UInt8]) {
        guard let beacon = Beacon([1, 2, 3], iterationsExponent: 10) else { preconditionFailure("a beacon") }
        let raw = try PowersOfTauFile<Curve>.beginning(power: 2)
            .contributing(.beacon(beacon), name: "Ada")
        let prepared = try raw.prepared()
        var generator = SeededGenerator(seed: 82)
        let system = RandomSystem<Curve.ScalarField>(
            outputs: 1, inputs: 0, constraints: 2, using: &generator)
        let key = try ZKeyFile.beginning(system.system, powers: prepared)
            .contributing(.beacon(beacon), name: "Grace")
        return ([raw.encoded(), prepared.encoded()], key.encoded())
    }
}
