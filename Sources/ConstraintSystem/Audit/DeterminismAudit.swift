public import FiniteFields

/// A proof search: whether a circuit has at most one witness for given values of its base.
///
/// The *base* is the constant 1 and the wires that the statement takes as given. Public outputs are never in
/// it: they must follow. Everything is proved from the constraints alone; how witnesses are made, and what
/// regions and wires are called, plays no part in it.
///
/// The audit is sound, not complete: a circuit that passes has at most one witness for each assignment of the
/// base, and one that does not pass may still be fine. That there is a witness, and that it is the right one,
/// is another matter. The rules and their proofs stand in `Documentation/DeterminismAudit.md`.
public struct DeterminismAudit<F: PrimeField>: Sendable {
    public let system: RankOneConstraintSystem<F>
    /// The wires of the base beside the constant 1.
    public let base: [Wire]

    let circuit: Circuit<F>?
    let forms: AuditForms<F>

    /// Returns the audit of a circuit. Linear in the number of terms.
    ///
    /// - Parameter base: the wires that the statement takes as given; by default the public inputs and the
    ///   circuit's private inputs. A wire that a gadget uses as advice must not be among them.
    public init(_ circuit: Circuit<F>, base: [Wire]? = nil) {
        self.init(
            circuit.system, circuit: circuit,
            base: base ?? circuit.system.publicInputs + circuit.privateInputs)
    }

    /// Returns the audit of a system without names; by default its base are the public inputs.
    public init(_ system: RankOneConstraintSystem<F>, base: [Wire]? = nil) {
        self.init(system, circuit: nil, base: base ?? system.publicInputs)
    }

    private init(_ system: RankOneConstraintSystem<F>, circuit: Circuit<F>?, base: [Wire]) {
        let outputs = 1..<1 + system.publicOutputCount
        precondition(
            base.allSatisfy { $0.index < system.wireCount && !outputs.contains(Int($0.index)) },
            "the base consists of wires that are not outputs")
        self.system = system
        self.circuit = circuit
        self.base = base
        forms = AuditForms(system)
    }

    /// Returns what follows from the base.
    ///
    /// - Complexity: linear in the number of terms, but for sums of digits that wait for one another: each of
    ///   their at most `log p` digits may cause one more pass over its sum.
    public func run() -> AuditReport { report(on: state()) }

    func state(removing constraint: Int? = nil) -> AuditState<F> {
        var state = AuditState(forms, removing: constraint)
        state.run(given: base)
        return state
    }
}

extension RankOneConstraintSystem {
    var publicInputs: [Wire] { (publicOutputCount..<publicCount).map { Wire(1 + $0) } }
}
