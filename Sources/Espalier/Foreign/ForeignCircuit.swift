public import CircuitFormats
public import ConstraintSystem
import EllipticCurves
public import Groth16

/// A circuit of another compiler: an .r1cs file by itself.
///
/// Nothing is known of what its public values mean, nor whether there is only one witness for them: `CircuitAudit` tries
/// to prove that, and finds the proof for many circuits, but not for all that are sound.
public struct ForeignCircuit<Curve: InterchangeCurve>: Sendable {
    public let path: String
    public let system: RankOneConstraintSystem<Curve.ScalarField>
    /// SHA-256 of the file.
    public let fingerprint: Fingerprint

    /// - Throws: `FileError` if the file cannot be read, or has a description beside it: then it is a network's circuit,
    ///   and its keys say what its public values mean (`CircuitFile`).
    public init(contentsOf path: String) throws {
        guard !Self.hasDescription(path) else {
            throw FileError(
                .mismatch(
                    reason:
                        "\(CircuitDescription.path(beside: path)) says what this circuit is of; leave out "
                        + "--unaudited"), path: path)
        }
        let bytes = try ArtifactFile.read(path)
        do {
            system = try R1CSFile(decoding: bytes).system
        } catch {
            throw FileError(decoding: path, as: "circuit", ".r1cs", on: Curve.self, error)
        }
        fingerprint = Fingerprint(hashing: bytes)
        self.path = path
    }

    /// Whether there is a description beside a circuit's file.
    public static func hasDescription(_ path: String) -> Bool {
        (try? ArtifactFile.size(of: CircuitDescription.path(beside: path))) != nil
    }

    /// The verifying key of a proving key of this circuit. It names the circuit by its hash, and says nothing of its
    /// public values.
    public func verifyingKeyFile(for key: VerifyingKey<Curve>) -> VerifyingKeyFile<Curve> {
        VerifyingKeyFile(key, annotations: ["circuitSHA256": fingerprint.description])
    }

    /// Returns a development key for the circuit: this process knows its trapdoor.
    public func developmentKey(progress: @escaping ProgressHandler = { _ in }) throws -> ProvingKey<Curve> {
        try system.developmentKey(progress: progress)
    }
}

extension RankOneConstraintSystem {
    /// Returns a development key: this process knows its trapdoor.
    func developmentKey<Curve: InterchangeCurve>(
        on _: Curve.Type = Curve.self, progress: @escaping ProgressHandler
    ) throws -> ProvingKey<Curve> where Curve.ScalarField == F {
        let step = "Make a development key"
        progress(.running(step, fraction: 0))
        let key = try Groth16.setup(self, on: Curve.self) { progress(.running(step, fraction: $0)) }
        progress(.finished(step, summary: "domain \(NumberText.grouped(key.domainSize))"))
        return key
    }
}
