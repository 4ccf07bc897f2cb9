import CircuitFormats
import Foundation

extension CurveName {
    /// The curve that a file says it is about: a circuit, witness or proving key by the prime in its header,
    /// JSON by name.
    ///
    /// Nil where it says nothing, or nothing that is known: because it cannot be read, is damaged, or about
    /// another curve. Whoever reads the file says which. Nothing else of the file is checked.
    public init?(statedBy path: String) {
        guard (try? ArtifactFile.size(of: path)) != nil,
            let bytes = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        else { return nil }
        let binary = Self.allCases.first { $0.curve.isStated(in: bytes) }
        guard let name = binary ?? Self.named(inJSON: bytes) else { return nil }
        self = name
    }

    /// The curve of a proof as arkworks or gnark write it, which its length tells; nil where it has no such length.
    public init?(ofEncodedProof bytes: some Collection<UInt8>) {
        guard let name = Self.allCases.first(where: { $0.hasEncodedProof(bytes) }) else { return nil }
        self = name
    }

    private func hasEncodedProof(_ bytes: some Collection<UInt8>) -> Bool {
        func isLength<Curve: InterchangeCurve>(on curve: Curve.Type) -> Bool {
            ProofFile.encoding(of: bytes, on: curve) != nil
        }
        return isLength(on: curve)
    }

    private static func named(inJSON bytes: Data) -> CurveName? {
        struct Contents: Decodable { var curve: CurveName? }
        // No reader takes a longer text.
        guard bytes.count <= 1 << 26 else { return nil }
        return try? JSONDecoder().decode(Contents.self, from: bytes).curve
    }

    /// The curve to read a file on: the one that it states, otherwise BN254, where reading says what is wrong.
    package static func forReading(_ path: String) -> CurveName { Self(statedBy: path) ?? .bn254 }
}

extension FileError {
    /// Why a file cannot be read as one of a curve.
    ///
    /// - Parameters:
    ///   - kind: what the file was to be, as in "proving key".
    ///   - origin: its usual name and the verb that makes it, as in ".zkey, from setup".
    init(
        decoding path: String, as kind: String, _ origin: String, on curve: any InterchangeCurve.Type,
        _ error: FormatError
    ) {
        guard error.code == .wrongField else {
            self.init(
                .malformed(reason: "this is no \(kind) of \(curve.name) (\(origin)): \(error)"), path: path)
            return
        }
        let reason =
            CurveName(statedBy: path).map { "this \(kind) is of \($0), where one of \(curve.name) is wanted" }
            ?? "this \(kind) is of no curve that espalier knows"
        self.init(.mismatch(reason: reason), path: path)
    }
}
