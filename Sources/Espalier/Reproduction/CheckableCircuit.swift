public import ConstraintSystem
public import FiniteFields
public import NetworkCompiler
public import NeuralNetworks

/// A circuit, how to compare it with the network that defines it, and how to audit it.
public struct CheckableCircuit<F: PrimeField>: Sendable {
    public let circuit: Circuit<F>
    /// Compares on images; its second argument is told how many are done.
    public let check:
        @Sendable (_ images: LabeledImages, _ done: @escaping @Sendable (Int) -> Void) throws -> CircuitCheck
    /// Proves that there is at most one witness for what is given, or names the wires that are free.
    public let audit: @Sendable () -> AuditReport

    /// - Parameter audit: by default one that takes nothing of the outputs for granted. Sound for every circuit;
    ///   but logits that share products follow only from the ranges that their verifier checks.
    public init(
        _ circuit: Circuit<F>, audit: (@Sendable () -> AuditReport)? = nil,
        check: @escaping @Sendable (LabeledImages, @escaping @Sendable (Int) -> Void) throws -> CircuitCheck
    ) {
        self.circuit = circuit
        self.audit = audit ?? { DeterminismAudit(circuit).run() }
        self.check = check
    }

    /// A circuit of Espalier, compared with the network that it was compiled from, and audited with the ranges
    /// that the verifier checks of its outputs.
    public init(_ compiled: CompiledNetwork<F>, of network: IntegerNetwork) {
        self.init(compiled.circuit, audit: { compiled.audit() }) {
            try compiled.check(against: network, on: $0, progress: $1)
        }
    }

    /// A circuit in one of ZEN's encodings.
    public init(_ compiled: CompiledAffineNetwork<F>) {
        self.init(compiled.circuit, audit: { compiled.audit() }) { try compiled.check(on: $0, progress: $1) }
    }
}
