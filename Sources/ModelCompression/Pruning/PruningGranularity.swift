/// What pruning removes at once.
public enum PruningGranularity: Hashable, Sendable {
    /// Single weights.
    case weight
    /// Blocks of `rows` outputs × 1 input.
    ///
    /// The rows of every layer are put into groups of so many, whose masks stay equal: one input's weights
    /// in a group survive or go together. A layer with fewer rows is one group, and the last group of a layer may
    /// be smaller. Where private weights ride several to a wire, one block is one product.
    case block(rows: Int)
}
