extension PruningReport {
    /// How a level of sparsity was reached.
    public enum Method: String, Codable, Sendable, Hashable, CaseIterable {
        /// The smallest weights of the dense network were removed at once.
        case oneShot = "one-shot"
        /// Weights were removed in steps, and the others trained on.
        case retrained
    }
}
