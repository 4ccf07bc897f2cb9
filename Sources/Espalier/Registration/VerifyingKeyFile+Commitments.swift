public import CircuitFormats
public import Groth16
import NetworkCompiler
import NeuralNetworks

extension VerifyingKeyFile {
    /// Reads a verifying key from a file of `espalier setup`.
    public init(contentsOf path: String) throws {
        let bytes = try ArtifactFile.read(path, limit: Self.byteLimit)
        do {
            try self.init(decoding: bytes)
        } catch {
            throw FileError(
                decoding: path, as: "verifying key", ".vkey.json, from setup", on: Curve.self, error)
        }
    }

    /// Returns an ordinary key with the registered model in it, whose public values are those of known wires and then
    /// the input: for any verifier of Groth16 that checks ranges.
    ///
    /// - Parameter registration: must have been checked.
    /// - Throws: `CommittedInputNeeded` where inputs are committed: each proof then has a point of its own.
    public func withModel(
        _ registration: ModelRegistration<Curve>, of circuit: CommittedCircuit<Curve>
    ) throws(CommittedInputNeeded) -> VerifyingKeyFile {
        guard circuit.wires.inputs.isEmpty else { throw CommittedInputNeeded() }
        var annotations = annotations
        annotations["registration"] = registration.fingerprint.description
        annotations["label"] = registration.label
        // Nothing of the model is left to be said: to a verifier it is in the key.
        annotations["weights"] = CompileOptions.WeightVisibility.embedded.rawValue
        return VerifyingKeyFile(
            circuit.uncheckedKey(with: registration),
            ranges: PublicInputRanges((ranges?.runs ?? []) + modelInputRanges.runs), annotations: annotations)
    }

    /// Returns a commitment to an image, blinded by the system's generator, and its opening.
    ///
    /// The key's input transform is applied first: what is committed to is what the network sees.
    ///
    /// - Throws: `ImageSizeError` for an image of another size; `RegistrationError` where the key must not be used;
    ///   `NoCommittedInput`.
    public func commitment(
        to image: ImageInput, label: String
    ) throws -> CommittedInput<Curve> {
        guard let layout = StatementLayout(annotations: annotations) else { throw KeyLayoutError() }
        guard layout.options.input == .committed else { throw NoCommittedInput() }
        let circuit = try committedCircuit()
        let input = try layout.inputTransform.integers(of: image, making: layout.valueCount)
        var generator = SystemRandomNumberGenerator()
        let opening = InputOpening(input.map { Curve.ScalarField($0) }, using: &generator)
        let commitment = try commit(opening, for: circuit, label: label, using: &generator)
        return CommittedInput(opening: opening, commitment: commitment)
    }
}

/// A commitment to an input, and what its owner keeps secret.
public struct CommittedInput<Curve: InterchangeCurve>: ~Copyable, Sendable {
    public let opening: InputOpening<Curve.ScalarField>
    public let commitment: InputCommitment<Curve>
}

/// A key of committed inputs cannot be made an ordinary one.
public struct CommittedInputNeeded: Error, Hashable, Sendable, CustomStringConvertible {
    public let description =
        "inputs of this circuit are committed, so every proof needs its own commitment beside the key"
}

/// A circuit takes no committed input.
public struct NoCommittedInput: Error, Hashable, Sendable, CustomStringConvertible {
    public let description =
        "this circuit takes no committed input; compile the network with --input committed"
}
