public import CircuitFormats
public import Groth16

/// A committed input on disk: `NAME.commitment`, which everybody may have, and `NAME.input`, which holds the input and
/// is a secret of its owner and of whoever proves.
public enum InputFiles {
    public static let commitmentSuffix = ".commitment"
    public static let openingSuffix = ".input"

    /// Writes both files, the opening readable by its owner alone.
    public static func write<Curve: InterchangeCurve>(
        _ commitment: InputCommitment<Curve>, opening: borrowing InputOpening<Curve.ScalarField>,
        to name: String
    ) throws {
        var files = FileTransaction()
        try files.add(secret: opening.encoded, to: name + openingSuffix)
        try files.add(commitment.encoded, to: name + commitmentSuffix)
        try files.commit()
    }

    /// Reads a commitment, which is still to be checked.
    public static func commitment<Curve: InterchangeCurve>(
        contentsOf path: String, on _: Curve.Type = Curve.self
    ) throws -> InputCommitment<Curve> {
        let bytes = try ArtifactFile.read(path, limit: 1 << 20)
        do {
            return try InputCommitment(decoding: bytes)
        } catch {
            throw FileError(
                .malformed(
                    reason: "this is no commitment of \(Curve.name) (.commitment, from input commit): "
                        + ErrorSentence.sentence(error)), path: path)
        }
    }

    /// Reads an opening.
    public static func opening<Curve: InterchangeCurve>(
        contentsOf path: String, on _: Curve.Type
    ) throws -> InputOpening<Curve.ScalarField> {
        let bytes = try SecretFile(contentsOf: path, limit: 1 << 30)
        do {
            return try bytes.decoded { bytes throws(RegistrationError) in try InputOpening(decoding: bytes) }
        } catch {
            throw FileError(
                .malformed(
                    reason: "this is no opening of \(Curve.name) (.input, from input commit): "
                        + ErrorSentence.sentence(error)), path: path)
        }
    }
}
