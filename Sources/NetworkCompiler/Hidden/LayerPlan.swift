/// How a linear layer is laid.
enum LayerPlan: Hashable, Sendable {
    /// Weights are constants.
    case embedded
    /// The sums of these rows are hidden instance wires, in this order; other rows are 0.
    case accumulators([Int])
    /// Hidden weights times values: packs, and whether they have wires for biases. Rows in no pack are 0.
    case products([RowPack], hasBiases: Bool)
}
