import NeuralNetworks

/// How a linear layer, or a sum of several, is laid.
enum LayerPlan: Hashable, Sendable {
    /// Weights are constants.
    case embedded
    /// The sums of these rows are hidden instance wires, in this order; other rows are 0.
    case accumulators([Int])
    /// Hidden weights times values.
    case products(ProductPlan)
    /// Laid with the sum that alone reads it.
    case partOfSum
}

/// Hidden weights times values, and how rows share products.
struct ProductPlan: Hashable, Sendable {
    /// The linear nodes whose rows are added up, and which therefore share products as one layer with the inputs of
    /// all of them side by side.
    let parts: [Int]
    /// What else is added to each row.
    let addends: [IntegerValue]
    /// Whether packs have wires for biases.
    let hasBiases: Bool
    /// Rows in no pack have neither weights nor biases.
    let packs: [RowPack]
}
