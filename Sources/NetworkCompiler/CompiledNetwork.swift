public import ConstraintSystem
public import FiniteFields
public import NeuralNetworks

/// A circuit that proves an answer of an integer network, with everything that is needed to use it.
public struct CompiledNetwork<F: PrimeField>: Sendable {
    public let circuit: Circuit<F>
    public let options: CompileOptions
    /// What the circuit computes: the network without its constant and unread neurons.
    public let network: IntegerNetwork
    /// The integer range that the verifier checks for every public value: outputs, then the input where it is public.
    public let publicRanges: [ClosedRange<Int128>]
    /// Which instance wires are hidden, and what they are.
    public let layout: InstanceLayout
    /// The values of hidden weights; empty where they are embedded.
    public let model: HiddenModel<F>

    /// By pixel, whether the answer depends on it. Of others a hidden input's proof says nothing.
    public let readInput: [Bool]

    /// The constraints of every layer, in the order of the data.
    public var costs: [Circuit<F>.Cost] { circuit.costs(depth: 1) }
}
