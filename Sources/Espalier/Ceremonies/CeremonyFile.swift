public import Ceremony
public import CircuitFormats

/// A file of a ceremony: powers of tau (.ptau) or a proving key (.zkey). Its first bytes say which.
public enum CeremonyFile<Curve: CeremonyCurve>: Sendable {
    case powers(PowersOfTauFile<Curve>)
    case key(ZKeyFile<Curve>)

    /// Maps a file; its long lists stay in it until they are needed.
    public init(contentsOf path: String) throws {
        let bytes = try ArtifactFile.map(path)
        if bytes.prefix(4).elementsEqual("zkey".utf8) {
            self = .key(try KeyFiles.ceremonyKey(bytes, at: path))
        } else {
            do {
                self = .powers(try PowersOfTauFile(lazilyDecoding: bytes))
            } catch {
                throw FileError(
                    decoding: path, as: "file of a ceremony", ".ptau or .zkey, from ceremony new",
                    on: Curve.self, error)
            }
        }
    }

    /// Maps a file of powers.
    public static func powers(contentsOf path: String) throws -> PowersOfTauFile<Curve> {
        guard case .powers(let powers) = try CeremonyFile(contentsOf: path) else {
            throw FileError(
                .mismatch(reason: "this is a proving key, where powers of tau are wanted"), path: path)
        }
        return powers
    }

    /// Maps a proving key.
    public static func key(contentsOf path: String) throws -> ZKeyFile<Curve> {
        guard case .key(let key) = try CeremonyFile(contentsOf: path) else {
            throw FileError(
                .mismatch(reason: "these are powers of tau, where a proving key is wanted"), path: path)
        }
        return key
    }

    /// How many parties have contributed.
    public var contributionCount: Int {
        switch self {
        case .powers(let file): file.contributions.count
        case .key(let file): file.contributions.count
        }
    }

    /// The hash that the last party was shown.
    public var lastHash: [UInt8]? {
        switch self {
        case .powers(let file): file.contributions.last?.responseHash
        case .key(let file): file.contributions.last?.hash
        }
    }

    /// Returns the file after one more contribution.
    public func contributing(
        _ source: ContributionSource, name: String, progress: ProgressHandler = { _ in }
    ) throws -> CeremonyFile {
        let step = "Contribute"
        let result: CeremonyFile =
            switch self {
            case .powers(let file):
                .powers(
                    try file.contributing(source, name: name) { progress(.running(step, fraction: $0)) })
            case .key(let file):
                .key(try file.contributing(source, name: name) { progress(.running(step, fraction: $0)) })
            }
        progress(.finished(step, summary: "contribution \(result.contributionCount)"))
        return result
    }

    /// Writes the file, as snarkjs does.
    public func write(to path: String) throws {
        var transaction = FileTransaction()
        try transaction.add(to: path) { sink throws(FileError) in
            switch self {
            case .powers(let file): try file.encode(to: sink)
            case .key(let file): try file.encode(to: sink)
            }
        }
        try transaction.commit()
    }
}

extension KeyFiles {
    /// Reads a key with its history. A key whose last contribution was taken away is refused with a
    /// ceremony's sentence.
    static func ceremonyKey<Curve: CeremonyCurve>(
        _ bytes: FileBytes, at path: String
    ) throws -> ZKeyFile<Curve> {
        do {
            return try ZKeyFile(lazilyDecoding: bytes)
        } catch {
            guard error != FormatError(.inconsistent, "zkey.contributions.delta") else {
                throw FileError(.malformed(reason: CeremonyFlaw.otherDelta.description), path: path)
            }
            throw FileError(
                decoding: path, as: "proving key", ".zkey, from ceremony new", on: Curve.self, error)
        }
    }
}
