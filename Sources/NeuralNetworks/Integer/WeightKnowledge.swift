/// What an interval analysis may know of the weights.
package enum WeightKnowledge: Hashable, Sendable {
    /// The weights and biases themselves.
    case exact
    /// Public facts only: which weights are zero, and the declared bits of the others and of every bias.
    case declared
}
