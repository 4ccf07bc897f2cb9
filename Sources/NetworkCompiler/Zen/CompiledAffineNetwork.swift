public import ConstraintSystem
public import FiniteFields
public import NeuralNetworks

/// A circuit that proves the logits of an affine network whose weights are private, with all that is needed to
/// use it.
///
/// Weights, multipliers and offsets are private inputs of the circuit. Nothing binds them to a model here: the
/// proof says that the prover knows *some*. Bound they are by the same commitment to private inputs that serves
/// other circuits; in the circuit that costs nothing.
public struct CompiledAffineNetwork<F: PrimeField>: Sendable {
    public let circuit: Circuit<F>
    public let options: ZenOptions
    public let network: AffineNetwork
    /// The integer range that the verifier checks for every public wire: logits, then pixels.
    public let publicRanges: [ClosedRange<Int128>]

    /// Weights, multipliers and offsets in the order of their wires.
    let privateWeights: [F]

    /// The constraints of every layer, in the order of the data: `input`, `layer1`, `relu1`, …, `output`.
    public var costs: [Circuit<F>.Cost] { circuit.costs(depth: 1) }
}

extension CompiledAffineNetwork {
    /// Returns the values of all wires for one input, outputs included.
    ///
    /// - Parameter input: integers in 0 … 255, one per input element.
    /// - Throws: `InputError` for a wrong number of elements or one out of range; `WitnessError` naming region
    ///   and wire where the circuit has no such witness, which for an input in range is a bug.
    public func witness(for input: [Int]) throws -> Witness<F> {
        guard input.count == network.inputCount else {
            throw InputError.wrongCount(expected: network.inputCount, found: input.count)
        }
        if let index = input.firstIndex(where: { !(0...255).contains($0) }) {
            throw InputError.outOfRange(index: index, bits: 8)
        }
        let pixels = input.map { F($0) }
        return try circuit.witness(
            publicInputs: options.input == .public ? pixels : [],
            privateInputs: (options.input == .private ? pixels : []) + privateWeights)
    }

    /// Returns whether there is at most one witness for each input and each choice of weights, multipliers and
    /// offsets, and which wires are free if not. Linear in the number of terms.
    public func audit() -> AuditReport { DeterminismAudit(circuit).run() }
}
