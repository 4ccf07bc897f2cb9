/// What pruning does to a network's accuracy and to the size of its proof, with everything needed to repeat it.
public struct PruningReport: Codable, Sendable, Hashable {
    public var dataset: Dataset
    /// The layers in short, such as `784–128–ReLU–10`.
    public var architecture: String
    /// The seed of initial weights and of the order of images.
    public var seed: UInt64
    /// The command line that made the report.
    public var command: String
    public var training: Training
    /// One per sparsity and method, in the order in which they are shown.
    public var levels: [Level]
    /// The proof that was made and attacked, if one was made.
    public var proof: Proof?

    public init(
        dataset: Dataset, architecture: String, seed: UInt64, command: String, training: Training,
        levels: [Level], proof: Proof? = nil
    ) {
        self.dataset = dataset
        self.architecture = architecture
        self.seed = seed
        self.command = command
        self.training = training
        self.levels = levels
        self.proof = proof
    }
}
