import CircuitFormats
public import ConstraintSystem
public import EllipticCurves
import FiniteFields
import NetworkCompiler
public import NeuralNetworks

/// The determinism audit of an .r1cs file: what is taken as given, and what follows from it.
public struct CircuitAudit<Curve: InterchangeCurve>: Sendable {
    public let path: String
    public let audit: DeterminismAudit<Curve.ScalarField>
    /// Where it is known what is given, and what the verifier checks.
    public let basis: CircuitAuditResult.Basis
    /// Nil for a circuit without a description beside it.
    public let description: CircuitDescription?

    /// Reads a circuit, with its description if there is one beside it.
    ///
    /// Without a description, the public inputs are given, and with `givingPrivateInputs` as many private wires
    /// after the public ones as the file's header calls private inputs; no range is taken from the verifier.
    ///
    /// - Throws: `FileError` if a file cannot be read, or the description is another circuit's.
    public init(of path: String, givingPrivateInputs: Bool = false) throws {
        self.path = path
        if (try? ArtifactFile.size(of: CircuitDescription.path(beside: path))) != nil {
            guard !givingPrivateInputs else {
                throw FileError(
                    .mismatch(
                        reason:
                            "its description says which private wires are given; leave out --given-private"),
                    path: path)
            }
            let file = try CircuitFile<Curve>(contentsOf: path)
            audit = file.determinismAudit
            description = file.description
            basis = .description
        } else {
            let file = try R1CSFile<Curve.ScalarField>(contentsOf: path, on: Curve.self)
            let first = 1 + file.system.publicCount
            let count = givingPrivateInputs ? file.privateInputCount : 0
            audit = DeterminismAudit(
                file.system,
                base: file.system.publicInputs + (first..<first + count).map { Wire($0) })
            description = nil
            basis = givingPrivateInputs ? .header : .publicInputs
        }
    }

    /// Reads a circuit with its description, and demands that it is the circuit of a network: then nothing has
    /// to be taken from the files that the network does not say.
    ///
    /// - Throws: `FileError` if the network's circuit is another one, or is described in another way.
    public init(of path: String, comparedWith network: IntegerNetwork, from networkPath: String) throws {
        self.path = path
        let file = try CircuitFile<Curve>(contentsOf: path)
        audit = try file.recompiled(network, from: networkPath).compiled.determinismAudit
        description = file.description
        basis = .network
    }

    /// Returns what follows.
    ///
    /// - Complexity: linear in the number of terms.
    public func run() -> CircuitAuditResult {
        CircuitAuditResult(self, audit.run())
    }

    /// Returns what the audit says without each one of the constraints, up to a limit; beyond, of a uniform
    /// sample that the seed chooses.
    ///
    /// - Complexity: one audit per constraint, on all cores.
    public func mutations(
        limit: Int = 5000, seed: UInt64 = 1, progress: @escaping ProgressHandler = { _ in }
    ) -> CircuitAuditResult.Mutations {
        let step = "Delete constraints"
        let total = min(limit, audit.system.constraints.count)
        progress(.running(step, fraction: 0))
        var generator = SeededGenerator(seed: seed)
        let report = audit.mutations(limit: limit, using: &generator) { done in
            progress(
                .running(step, fraction: Double(done) / Double(max(total, 1)), detail: "\(done) of \(total)"))
        }
        let mutations = CircuitAuditResult.Mutations(report, seed: seed)
        progress(.finished(step, summary: "\(mutations.noticed) of \(mutations.tried) noticed"))
        return mutations
    }
}

extension CircuitFile {
    /// The audit of the circuit on what its description takes as given and as checked by the verifier.
    public var determinismAudit: DeterminismAudit<Curve.ScalarField> {
        let outline = description.outline.outline
        let first = 1 + system.publicCount
        let ranges = (description.ranges?.runs ?? []).flatMap { Array(repeating: $0.range, count: $0.count) }
        return DeterminismAudit(
            system, base: system.publicInputs + outline.givenPositions.map { Wire(first + $0) },
            outputRanges: Array(ranges.prefix(system.publicOutputCount)), outline: outline)
    }
}

extension R1CSFile {
    /// Reads a file by itself.
    init<Curve: InterchangeCurve>(contentsOf path: String, on _: Curve.Type) throws
    where F == Curve.ScalarField {
        let bytes = try ArtifactFile.read(path)
        do {
            self = try Self(decoding: bytes)
        } catch {
            throw FileError(decoding: path, as: "circuit", ".r1cs, from compile", on: Curve.self, error)
        }
    }
}
