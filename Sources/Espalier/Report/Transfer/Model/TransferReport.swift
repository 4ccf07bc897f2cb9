/// What a mask that was found on some images is worth on others: methods of pruning, compared at several
/// sparsities over several seeds.
public struct TransferReport: Codable, Hashable, Sendable {
    /// What was compared, as the heading of the page.
    public var title: String
    /// What all trials share.
    public var setting: [ReportedChoice]
    /// The command that repeats all trials.
    public var command: String
    public var seconds: Double
    /// The trials in the order in which they were made.
    public var trials: [Trial]

    public init(
        title: String, setting: [ReportedChoice] = [], command: String, seconds: Double, trials: [Trial]
    ) {
        self.title = title
        self.setting = setting
        self.command = command
        self.seconds = seconds
        self.trials = trials
    }

    /// A network that was trained on one data set, then pruned and trained on another, with one seed.
    public struct Trial: Codable, Hashable, Sendable {
        /// The data set of the first training.
        public var source: String
        /// The data set of the pruning.
        public var target: String
        /// How weights were chosen: magnitude, movement.
        public var method: String
        /// Share of the weights that pruning removed, 0 … 1.
        public var sparsity: Double
        public var seed: UInt64
        /// Share of the target's test images classified correctly, 0 … 1.
        public var accuracy: Double
        /// Weights that are not zero.
        public var survivingWeights: Int

        public init(
            source: String, target: String, method: String, sparsity: Double, seed: UInt64, accuracy: Double,
            survivingWeights: Int
        ) {
            self.source = source
            self.target = target
            self.method = method
            self.sparsity = sparsity
            self.seed = seed
            self.accuracy = accuracy
            self.survivingWeights = survivingWeights
        }
    }
}
