import Ceremony
public import CircuitFormats
public import ConstraintSystem
public import Groth16

/// A circuit that a ceremony makes a key for: one of the project's, or somebody else's .r1cs file.
public struct CeremonyCircuit<Curve: CeremonyCurve>: Sendable {
    public let path: String
    public let system: RankOneConstraintSystem<Curve.ScalarField>
    /// Nil for circuits that are not the project's.
    public let file: CircuitFile<Curve>?

    /// Reads a circuit. One without a description beside it is somebody else's.
    public init(contentsOf path: String) throws {
        self.path = path
        if (try? ArtifactFile.size(of: CircuitDescription.path(beside: path))) != nil {
            let file = try CircuitFile<Curve>(contentsOf: path)
            self.file = file
            system = file.system
        } else {
            file = nil
            do {
                system = try R1CSFile(decoding: ArtifactFile.read(path)).system
            } catch let error as FormatError {
                throw FileError(decoding: path, as: "circuit", ".r1cs, from compile", on: Curve.self, error)
            }
        }
    }

    /// Demands that a prover has no choice; of somebody else's circuit, that the caller takes it as it is.
    public func requireDeterminism(
        unaudited: Bool = false, progress: ProgressHandler = { _ in }
    ) throws(FileError) {
        if let file { return try file.requireDeterminism(progress: progress) }
        guard unaudited else {
            throw FileError(
                .mismatch(
                    reason:
                        "this circuit is somebody else's: Espalier cannot tell whether a prover has a choice in it; "
                        + "--unaudited takes it as it is"), path: path)
        }
    }

    /// Returns the key that a ceremony begins with.
    public func firstKey(
        powers: PowersOfTauFile<Curve>, progress: ProgressHandler = { _ in }
    ) throws -> ZKeyFile<Curve> {
        let step = "Make the first key"
        let key = try ZKeyFile.beginning(system, powers: powers) {
            progress(.running(step, fraction: $0))
        }
        progress(.finished(step, summary: "domain \(NumberText.grouped(key.key.domainSize))"))
        return key
    }

    /// The verifying key with all that a verifier should know of the circuit.
    public func verifyingKeyFile(for key: VerifyingKey<Curve>) -> VerifyingKeyFile<Curve> {
        file?.description.verifyingKeyFile(for: key) ?? VerifyingKeyFile(key)
    }
}
