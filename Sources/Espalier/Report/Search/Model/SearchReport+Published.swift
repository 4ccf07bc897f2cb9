extension SearchReport {
    /// A network of others, for comparison.
    public struct Published: Codable, Hashable, Sendable {
        /// Whose, and which.
        public var name: String
        /// Share of test images classified correctly, 0 … 1.
        public var accuracy: Double
        public var constraints: Int

        public init(name: String, accuracy: Double, constraints: Int) {
            self.name = name
            self.accuracy = accuracy
            self.constraints = constraints
        }

        /// The paper's networks that still have weights.
        public static let paper = PublishedFigures.levels.filter { $0.sparsity < 1 }.map {
            Published(
                name: "the paper, "
                    + ($0.sparsity == 0 ? "unpruned" : NumberText.sparsity($0.sparsity) + " pruned"),
                accuracy: $0.accuracy, constraints: $0.constraints)
        }
    }
}
