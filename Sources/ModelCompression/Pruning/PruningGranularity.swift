/// What pruning removes at once.
public enum PruningGranularity: Hashable, Codable, Sendable {
    /// Single weights.
    case weight
    /// Blocks of `rows` outputs × 1 input.
    ///
    /// The rows of every layer are put into groups of so many, whose masks stay equal: one input's weights
    /// in a group survive or go together. A layer with fewer rows is one group, and the last group of a layer may
    /// be smaller. Where private weights ride several to a wire, one block is one product.
    case block(rows: Int)
    /// Hidden neurons: the weights that a neuron's sum is made of, and those that read its value.
    ///
    /// Neurons whose value goes to anything but activations and linear layers stay, and those of weights that several
    /// nodes share.
    case neuron
    /// Values of the input: all weights that read one. Where the image is private, such a pixel needs no bits in the
    /// circuit.
    case pixel
}
