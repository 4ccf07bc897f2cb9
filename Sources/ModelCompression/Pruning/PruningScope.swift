/// Among which weights pruning chooses.
public enum PruningScope: Hashable, Codable, Sendable {
    /// All at once, across layers.
    case global
    /// In every layer for itself, each to the same sparsity.
    case perLayer
    /// Across the linear nodes of these names; the weights of others stay.
    case layers([String])
}
