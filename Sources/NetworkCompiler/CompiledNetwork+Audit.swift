public import ConstraintSystem
import FiniteFields

extension CompiledNetwork {
    /// The determinism audit of the circuit: given are the pixels and, where they are private, the weights
    /// and biases; all other wires, the outputs first of all, have to follow.
    public var determinismAudit: DeterminismAudit<F> { DeterminismAudit(circuit) }

    /// Returns whether there is at most one witness for each input and each choice of private weights, and
    /// which wires are free if not. Linear in the number of terms.
    public func audit() -> AuditReport { determinismAudit.run() }
}
