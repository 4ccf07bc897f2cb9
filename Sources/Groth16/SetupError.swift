/// Why there can be no key for a constraint system.
public enum SetupError: Error, Hashable, Sendable {
    /// Constraints and public wires are more than the field has roots of unity for.
    case tooManyConstraints(limit: Int)
    /// A constraint names a wire that the system does not have, or there are fewer wires than public ones.
    case wireOutOfRange
}
