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
    /// Proves that what the statement takes as given leaves at most one witness.
    public let audit: @Sendable () -> AuditReport

    /// - Parameter audit: by default one that takes public and private inputs as given.
    public init(
        _ circuit: Circuit<F>, audit: (@Sendable () -> AuditReport)? = nil,
        check: @escaping @Sendable (LabeledImages, @escaping @Sendable (Int) -> Void) throws -> CircuitCheck
    ) {
        self.circuit = circuit
        self.check = check
        self.audit = audit ?? { DeterminismAudit(circuit).run() }
    }

    /// A circuit of Espalier, compared with the network that it was compiled from.
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
