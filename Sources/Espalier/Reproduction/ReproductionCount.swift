import CircuitFormats
import ConstraintSystem
import FiniteFields
import NetworkCompiler
import NeuralNetworks

/// What a circuit of one level costs, after it was checked.
public struct ReproductionCount: Codable, Sendable, Hashable {
    /// As `ReproductionCircuit.name`.
    public var circuit: String
    public var constraints: PruningReport.Constraints
    /// The images on which the circuit says what its network computes.
    public var checkedImages: Int
    /// The wires that the audit proves to have one value for given inputs and weights: all that are not given.
    public var determinedWires: Int
    /// Of the .r1cs file: equal hashes, the same circuit.
    public var sha256: String

    public init(
        circuit: String, constraints: PruningReport.Constraints, checkedImages: Int, determinedWires: Int,
        sha256: String
    ) {
        self.circuit = circuit
        self.constraints = constraints
        self.checkedImages = checkedImages
        self.determinedWires = determinedWires
        self.sha256 = sha256
    }
}

extension ReproductionCount {
    /// Checks a circuit on images and audits it.
    ///
    /// - Throws: `CircuitDisagreement` where it does not say what its network computes, `ReproductionError` where
    ///   an input has more than one witness; both would be bugs of Espalier.
    package init<F: PrimeField>(
        _ name: String, _ checkable: CheckableCircuit<F>, on images: LabeledImages,
        progress: @escaping @Sendable (Double, String) -> Void
    ) throws {
        let count = images.count
        let check = try checkable.check(images) { done in
            progress(Double(done) / Double(max(count, 1)), "image \(done) of \(count)")
        }
        if let failure = check.first { throw CircuitDisagreement(failure: failure) }
        progress(1, "audit")
        let circuit = checkable.circuit
        let report = checkable.audit()
        if let free = report.undetermined.first {
            throw ReproductionError.ambiguous(circuit: name, wire: free.name)
        }
        progress(1, "hash")
        self.init(
            circuit: name,
            constraints: .init(
                total: circuit.constraintCount,
                regions: circuit.costs(depth: 1).map { .init(name: $0.path, constraints: $0.constraints) }),
            checkedImages: check.imageCount,
            determinedWires: report.regions.reduce(0) { $0 + $1.derived.values.reduce(0, +) },
            sha256: Self.hash(of: circuit))
    }

    private static func hash<F: PrimeField>(of circuit: Circuit<F>) -> String {
        Espalier.sha256(R1CSFile(circuit.system).encoded())
    }
}

/// A reproduction found a circuit that it cannot stand by.
public enum ReproductionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The audit does not prove that the wire has one value.
    case ambiguous(circuit: String, wire: String)

    public var description: String {
        switch self {
        case .ambiguous(let circuit, let wire):
            "the audit does not prove that \(wire) of the circuit \(circuit) has one value: this is a bug of "
                + "espalier, please report it"
        }
    }
}
