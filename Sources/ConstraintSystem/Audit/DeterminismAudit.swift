public import FiniteFields

/// A proof search: whether a circuit has at most one witness for given values of its base.
///
/// The *base* is the constant 1 and the wires that the statement takes as given. Public outputs are never in
/// it: they must follow. Everything is proved from the constraints, and from the ranges that the verifier
/// checks of the outputs, where some are declared; how witnesses are made, and what regions and wires are
/// called, plays no part in it.
///
/// The audit is sound, not complete: a circuit that passes has at most one witness *whose outputs lie in the
/// declared ranges* for each assignment of the base, and one that does not pass may still be fine. That there
/// is a witness, and that it is the right one, is another matter. The rules and their proofs stand in
/// `Documentation/DeterminismAudit.md`.
public struct DeterminismAudit<F: PrimeField>: Sendable {
    public let system: RankOneConstraintSystem<F>
    /// The wires of the base beside the constant 1.
    public let base: [Wire]
    /// What the verifier checks of each output, as integers; empty if nothing.
    public let outputRanges: [ClosedRange<Int128>]

    let outline: CircuitOutline?
    let forms: AuditForms<F>

    /// Returns the audit of a circuit. Linear in the number of terms.
    ///
    /// - Parameters:
    ///   - base: the wires that the statement takes as given; by default the public inputs and the
    ///     circuit's private inputs. A wire that a gadget uses as advice must not be among them.
    ///   - outputRanges: the integers that the verifier accepts for each output, one range per output. Every
    ///     verifier has to check them: nil where one does not.
    public init(
        _ circuit: Circuit<F>, base: [Wire]? = nil, outputRanges: [ClosedRange<Int128>]? = nil
    ) {
        let base = base ?? circuit.system.publicInputs + circuit.privateInputs
        self.init(
            circuit.system, base: base, outputRanges: outputRanges, outline: circuit.outline(given: base))
    }

    /// Returns the audit of a system; by default its base are the public inputs.
    ///
    /// - Parameters:
    ///   - outputRanges: as for a circuit.
    ///   - outline: names for the report; must fit the system. Which wires it calls given is not looked at.
    public init(
        _ system: RankOneConstraintSystem<F>, base: [Wire]? = nil,
        outputRanges: [ClosedRange<Int128>]? = nil, outline: CircuitOutline? = nil
    ) {
        let base = base ?? system.publicInputs
        let outputs = 1..<1 + system.publicOutputCount
        precondition(
            base.allSatisfy { $0.index < system.wireCount && !outputs.contains(Int($0.index)) },
            "the base consists of wires that are not outputs")
        precondition(outputRanges.map { $0.count == outputs.count } ?? true, "one range per output")
        if let outline {
            precondition(
                outline.constraintCount == system.constraints.count
                    && outline.privateWireCount == system.wireCount - 1 - system.publicCount,
                "the outline is this system's")
        }
        self.system = system
        self.base = base
        self.outputRanges = outputRanges ?? []
        self.outline = outline
        forms = AuditForms(system)
    }

    /// Returns what follows from the base.
    ///
    /// - Complexity: linear in the number of terms, but for sums of digits that wait for one another: each of
    ///   their at most `log p` digits may cause one more pass over its sum.
    public func run() -> AuditReport { report(on: state()) }

    func state(removing constraint: Int? = nil) -> AuditState<F> {
        var state = AuditState(forms, removing: constraint)
        state.run(given: base, outputRanges: outputRanges)
        return state
    }
}

extension RankOneConstraintSystem {
    /// The wires of the public inputs, in order.
    package var publicInputs: [Wire] { (publicOutputCount..<publicCount).map { Wire(1 + $0) } }
}
