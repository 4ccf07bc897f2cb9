import Ceremony
public import CircuitFormats
public import ConstraintSystem
public import Groth16

/// A circuit that a ceremony makes a key for: a network's, or one of another compiler.
public enum CeremonyCircuit<Curve: CeremonyCurve>: Sendable {
    case network(CircuitFile<Curve>)
    case foreign(ForeignCircuit<Curve>)

    /// Reads a circuit. One without a description beside it is another compiler's.
    public init(contentsOf path: String) throws {
        self =
            ForeignCircuit<Curve>.hasDescription(path)
            ? .network(try CircuitFile(contentsOf: path)) : .foreign(try ForeignCircuit(contentsOf: path))
    }

    public var system: RankOneConstraintSystem<Curve.ScalarField> {
        switch self {
        case .network(let file): file.system
        case .foreign(let circuit): circuit.system
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
        switch self {
        case .network(let file): file.description.verifyingKeyFile(for: key)
        case .foreign(let circuit): circuit.verifyingKeyFile(for: key)
        }
    }
}
