public import FiniteFields

/// One step of making a witness: a rule, and the wires that it gives values to.
public struct WitnessStep<F: PrimeField>: Hashable, Sendable {
    public let rule: WitnessRule<F>
    /// The first of `rule.wireCount` consecutive wires.
    public let firstWire: Wire

    /// The wires that the step gives values to.
    public var wires: Range<Int> {
        Int(firstWire.index)..<Int(firstWire.index) + rule.wireCount
    }
}
