public import ConstraintSystem
public import FiniteFields
public import NetworkCompiler
public import NeuralNetworks

/// A circuit, and how to compare it with the network that defines it.
public struct CheckableCircuit<F: PrimeField>: Sendable {
    public let circuit: Circuit<F>
    /// Compares on images; its second argument is told how many are done.
    public let check:
        @Sendable (_ images: LabeledImages, _ done: @escaping @Sendable (Int) -> Void) throws -> CircuitCheck

    public init(
        _ circuit: Circuit<F>,
        check: @escaping @Sendable (LabeledImages, @escaping @Sendable (Int) -> Void) throws -> CircuitCheck
    ) {
        self.circuit = circuit
        self.check = check
    }

    /// A circuit of Espalier, compared with the network that it was compiled from.
    public init(_ compiled: CompiledNetwork<F>, of network: IntegerNetwork) {
        self.init(compiled.circuit) { try compiled.check(against: network, on: $0, progress: $1) }
    }

    /// A circuit in one of ZEN's encodings.
    public init(_ compiled: CompiledAffineNetwork<F>) {
        self.init(compiled.circuit) { try compiled.check(on: $0, progress: $1) }
    }
}
