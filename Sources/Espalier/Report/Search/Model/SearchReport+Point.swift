extension SearchReport {
    /// A candidate: a network that was trained, quantized and compiled.
    public struct Point: Codable, Hashable, Sendable, Identifiable {
        /// Unique in the report, and the same whenever the search is repeated.
        public var id: String
        /// The candidate's own choices, in the order in which they are shown.
        public var configuration: [ReportedChoice]
        /// The share of the full training that it got, 0 … 1; below 1 it was cut short.
        public var budget: Double
        public var seed: UInt64
        /// Share of validation images that the integer network classifies correctly, 0 … 1.
        public var validationAccuracy: Double
        /// The same of the test images, which only chosen candidates see.
        public var testAccuracy: Double?
        /// Of chosen candidates: that of their recipe's networks with all seeds, this one first.
        public var seedTestAccuracies: [Double]
        public var constraints: PruningReport.Constraints
        /// How many it takes in all where the class is the answer, of chosen candidates.
        public var classConstraints: Int?
        /// Weights that are not zero.
        public var survivingWeights: Int
        public var seconds: Double
        /// The commands that make this very network again, in order.
        public var commands: [String]
        /// The demands that it was chosen for, such as `≥ 97 %` or `≤ 200 constraints`; empty if it was not.
        public var targets: [String]

        public init(
            id: String, configuration: [ReportedChoice], budget: Double = 1, seed: UInt64,
            validationAccuracy: Double, testAccuracy: Double? = nil, seedTestAccuracies: [Double] = [],
            constraints: PruningReport.Constraints,
            classConstraints: Int? = nil, survivingWeights: Int, seconds: Double, commands: [String],
            targets: [String] = []
        ) {
            self.id = id
            self.configuration = configuration
            self.budget = budget
            self.seed = seed
            self.validationAccuracy = validationAccuracy
            self.testAccuracy = testAccuracy
            self.seedTestAccuracies = seedTestAccuracies
            self.constraints = constraints
            self.classConstraints = classConstraints
            self.survivingWeights = survivingWeights
            self.seconds = seconds
            self.commands = commands
            self.targets = targets
        }

        /// Whether it got all of its training.
        public var isFull: Bool { budget >= 1 }

        /// The value of a choice, or nil if the candidate has none of that name.
        public func value(of choice: String) -> String? {
            configuration.first { $0.name == choice }?.value
        }
    }
}
