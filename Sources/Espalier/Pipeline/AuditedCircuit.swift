public import CircuitFormats
public import ConstraintSystem
import NetworkCompiler

/// A network's circuit of which it is proved that it has at most one witness for what is given, with that
/// proof's account. Only such a circuit can be written to a file.
public struct AuditedCircuit<Curve: InterchangeCurve>: Sendable {
    public let circuit: NetworkCircuit<Curve>
    public let report: AuditReport

    fileprivate init(_ circuit: NetworkCircuit<Curve>, _ report: AuditReport) {
        self.circuit = circuit
        self.report = report
    }

    /// What was proved, in words: `at most one witness (2,386 wires derived)`.
    public var summary: String { report.summary }
}

extension NetworkCircuit {
    /// Returns the circuit after its determinism audit.
    ///
    /// - Throws: `AuditError` naming region and wire if a prover could have a choice, which is a bug of
    ///   Espalier.
    /// - Complexity: linear in the number of terms.
    public func audited(
        progress: ProgressHandler = { _ in }
    ) throws(AuditError) -> AuditedCircuit<Curve> {
        let step = "Audit the circuit"
        progress(.running(step))
        let report = compiled.audit()
        try report.demandDeterminism()
        progress(.finished(step, summary: report.summary))
        return AuditedCircuit(self, report)
    }
}

extension AuditReport {
    /// The number of wires that follow, in words; of a report that passes.
    var summary: String { "at most one witness (\(NumberText.grouped(derivedCount)) wires derived)" }
}
