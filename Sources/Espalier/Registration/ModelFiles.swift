public import CircuitFormats
public import Groth16

/// A registered model on disk: `NAME.registration`, which everybody may have, and `NAME.opening`, which holds the
/// weights and is its owner's secret. Both are canonical bytes; see `Documentation/CommittedModels.md`.
public enum ModelFiles {
    public static let registrationSuffix = ".registration"
    public static let openingSuffix = ".opening"

    /// Writes both files, the opening readable by its owner alone.
    public static func write<Curve: InterchangeCurve>(
        _ registration: ModelRegistration<Curve>, opening: borrowing ModelOpening<Curve.ScalarField>,
        to name: String
    ) throws {
        var files = FileTransaction()
        try files.add(secret: opening.encoded, to: name + openingSuffix)
        try files.add(registration.encoded, to: name + registrationSuffix)
        try files.commit()
    }

    /// Reads a registration, which is still to be checked.
    public static func registration<Curve: InterchangeCurve>(
        contentsOf path: String, on _: Curve.Type = Curve.self
    ) throws -> ModelRegistration<Curve> {
        let bytes = try ArtifactFile.read(path, limit: 64 << 20)
        do {
            return try ModelRegistration(decoding: bytes)
        } catch {
            throw FileError(
                .malformed(
                    reason: "this is no registration of \(Curve.name) (.registration, from model register): "
                        + ErrorSentence.sentence(error)), path: path)
        }
    }

    /// Reads an opening.
    public static func opening<Curve: InterchangeCurve>(
        contentsOf path: String, on _: Curve.Type
    ) throws -> ModelOpening<Curve.ScalarField> {
        let bytes = try SecretFile(contentsOf: path, limit: 4 << 30)
        do {
            return try bytes.decoded { bytes throws(RegistrationError) in try ModelOpening(decoding: bytes) }
        } catch {
            throw FileError(
                .malformed(
                    reason: "this is no opening of \(Curve.name) (.opening, from model register): "
                        + ErrorSentence.sentence(error)), path: path)
        }
    }
}
