/// The figures of the paper that the report is compared with.
///
/// Source: Abigail Thomas, *The Implementation of Model Pruning to Optimize zk-SNARKs*, MIT PRIMES,
/// January 15, 2022; ShallowNet (784–128–ReLU–10) on MNIST, compiled with ZEN without its optimisations.
/// No proof was made.
public enum PublishedFigures {
    public static let author = "Abigail Thomas"
    public static let title = "The Implementation of Model Pruning to Optimize zk-SNARKs"
    public static let date = "January 2022"

    /// Table 1: constraints of the dense network.
    public static let dense = PruningReport.Constraints(
        total: 363_736,
        regions: [
            .init(name: "layer1", constraints: 343_040),
            .init(name: "relu1", constraints: 456),
            .init(name: "layer2", constraints: 20_240),
        ])

    /// Table 2: one row per amount of pruning.
    public static let levels = [
        Level(sparsity: 0, accuracy: 0.9516, constraints: 363_736),
        Level(sparsity: 0.5, accuracy: 0.9505, constraints: 363_719),
        Level(sparsity: 1, accuracy: 0.0980, constraints: 363_644),
    ]

    /// What the differences between the rows of Table 2 come from.
    ///
    /// ReLU costs 3·128 + P there, P being the neurons with a positive input: 72 in the first row, 55 in the second.
    public static let differenceNote = """
        The 17 constraints between 0 % and 50 % are not an effect of pruning: that circuit spends one constraint \
        on every neuron that happens to be positive, 72 in one run and 55 in the other.
        """

    /// Why the last row of Table 2 cannot be right as printed.
    public static let misprintNote = """
        The last row, 363,644, is probably a misprint for 363,664, the smallest count that the circuit can have.
        """

    /// What to remember where other images were used than the paper's; nil for MNIST.
    static func datasetNote(for name: String) -> String? {
        name == "mnist" ? nil : "The paper's accuracies are for MNIST, ours for \(name): they do not compare."
    }

    /// A row of Table 2.
    public struct Level: Codable, Sendable, Hashable {
        /// Share of the weights that pruning removed, 0 … 1.
        public var sparsity: Double
        /// Share of test images classified correctly, 0 … 1.
        public var accuracy: Double
        public var constraints: Int

        public init(sparsity: Double, accuracy: Double, constraints: Int) {
            self.sparsity = sparsity
            self.accuracy = accuracy
            self.constraints = constraints
        }
    }
}
