extension ReproductionReport {
    /// How a level of sparsity was reached.
    public enum Method: String, Codable, Sendable, Hashable, CaseIterable {
        /// The smallest weights of the dense network were removed at once, as in the paper.
        case oneShot = "one-shot"
        /// Single weights were removed in steps, and the others trained on.
        case retrained
        /// The same with blocks: the weights of one input in a group of rows went together.
        case blockRetrained = "block-retrained"
    }
}
