public import ModelCompression
public import NeuralNetworks

/// How one network is made: every choice from the first training to the integers. With the images, a seed and the machine
/// it gives one network, to the bit.
///
/// Each part is what a verb of the command line is told; `commands(_:)` writes them down.
public struct Recipe: Hashable, Codable, Sendable {
    // The network.
    /// Widths of the hidden layers.
    public var hidden: [Int]
    public var activation: Activation
    /// Whether a linear layer goes from the input straight to the logits.
    public var skip: Bool
    /// Bits of a value of the input, 1 … 8.
    public var inputBits: Int
    /// The side of the boxes that pixels are averaged over; 1 for none.
    public var boxSide: Int

    // Pruning.
    /// The fraction of the input's values that pruning removes first, with all that reads them; 0 for none.
    public var pixelSparsity: Double
    /// The fraction of the weights left by then that pruning removes next; 0 for none.
    public var sparsity: Double
    public var criterion: PruningCriterion
    /// Rows that are pruned together; 1 for single weights.
    public var blockRows: Int
    public var pruningSteps: Int

    // Integers.
    /// Bits of a weight with its sign, 2 … 24.
    public var weightBits: Int
    /// Bits of every sum before an activation, without its sign; nil where only weight bits bound them.
    public var windowBits: Int?

    // Training.
    /// Passes before any pruning.
    public var epochs: Int
    /// Passes after each step of pruning but the last.
    public var stepEpochs: Int
    /// Passes after the last step of pruning.
    public var prunedEpochs: Int
    /// Passes while weights are rounded.
    public var roundedEpochs: Int
    /// Adam's step size before pruning, while pruning, and while weights are rounded.
    public var learningRate: Double
    public var pruningRate: Double
    public var roundingRate: Double
    /// By how many pixels images are moved while training.
    public var shift: Int

    /// A small network that does well on MNIST, to change one thing at a time.
    public static let standard = Recipe(
        hidden: [12], activation: .relu, skip: true, inputBits: 1, boxSide: 1, pixelSparsity: 0,
        sparsity: 0.4, criterion: .saliency, blockRows: 1, pruningSteps: 4, weightBits: 14, windowBits: 8,
        epochs: 8, stepEpochs: 2, prunedEpochs: 10, roundedEpochs: 40, learningRate: 0.004,
        pruningRate: 0.01, roundingRate: 0.005, shift: 1)

    /// Returns the recipe with every training cut to a fraction of its passes, but at least one.
    package func shortened(to fraction: Double) -> Recipe {
        func cut(_ epochs: Int) -> Int { max(1, Int((Double(epochs) * fraction).rounded())) }
        var recipe = self
        recipe.epochs = cut(epochs)
        recipe.stepEpochs = cut(stepEpochs)
        recipe.prunedEpochs = cut(prunedEpochs)
        recipe.roundedEpochs = cut(roundedEpochs)
        return recipe
    }

    /// About how long making the network takes, in passes over the images times weights per pixel.
    var effort: Double {
        let rows = Double((hidden.first ?? 0) + (skip ? 10 : 0) + 6)
        let prunings = (pixelSparsity > 0 ? 1 : 0) + (sparsity > 0 ? 1 : 0)
        let passes = epochs + prunings * (stepEpochs * (pruningSteps - 1) + prunedEpochs) + roundedEpochs
        return rows * Double(passes)
    }
}
