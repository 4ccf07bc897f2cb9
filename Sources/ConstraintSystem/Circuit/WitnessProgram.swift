import FiniteFields

/// How all wires of a circuit follow from its inputs.
///
/// Runs on the wires that the builder made: where outputs were eliminated, more than the constraints hold.
struct WitnessProgram<F: PrimeField>: Hashable, Sendable {
    let wireCount: Int
    /// The wires of the private inputs.
    let inputs: [Wire]
    let steps: [WitnessStep<F>]
    let groups: [WireGroup]
    /// Those that are no wires of the circuit, ascending.
    let eliminated: [Wire]
}
