/// What a verifier learns of an instance wire, and who answers for the rest.
public enum WireRole: UInt8, Hashable, Sendable, CaseIterable {
    /// The wire of the constant 1.
    case constant = 0
    /// The verifier knows the value.
    case known = 1
    /// z_j, a hidden sum of the first layer, linear in the public input.
    case accumulator = 2
    /// K, a weight or bias that is hidden and fixed once for the model.
    case committed = 3
    /// A hidden value of the input, fixed by the owner of the data.
    case input = 4
    /// m, in no constraint of the circuit: it blinds all that is published.
    case mask = 5
}
