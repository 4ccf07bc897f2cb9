public import ConstraintSystem
import FiniteFields

extension CompiledNetwork {
    /// The wires that the statement gives, the base of the audit: public inputs (the pixels, where they are
    /// public), and private wires that stand for something outside of the circuit: pixels and weights that only
    /// the prover knows. Never an output, never advice.
    public var givenWires: [Wire] { circuit.system.publicInputs + circuit.privateInputs }

    /// The names of all constraints and private wires, with those that are given.
    public var outline: CircuitOutline { circuit.outline(given: givenWires) }

    /// The determinism audit of the circuit: from the given wires all others, the outputs first of all, have to
    /// follow, for every proof whose outputs lie in the ranges that the verifier checks (`publicRanges`).
    public var determinismAudit: DeterminismAudit<F> {
        DeterminismAudit(
            circuit, base: givenWires,
            outputRanges: Array(publicRanges.prefix(circuit.system.publicOutputCount)))
    }

    /// Returns whether there is at most one witness for each input and each choice of private weights, and
    /// which wires are free if not. Linear in the number of terms.
    public func audit() -> AuditReport { determinismAudit.run() }
}
