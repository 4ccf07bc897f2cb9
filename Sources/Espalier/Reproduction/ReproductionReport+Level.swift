extension ReproductionReport {
    /// One amount of pruning.
    public struct Level: Codable, Sendable, Hashable {
        /// Share of the weights that pruning removed, 0 … 1.
        public var sparsity: Double
        public var method: Method
        public var survivingWeights: Int
        /// Shares of test images classified correctly, 0 … 1.
        public var floatAccuracy: Double
        public var affineAccuracy: Double
        public var integerAccuracy: Double
        public var positiveNeurons: PositiveNeurons
        /// One for each circuit of the report, in its order.
        public var counts: [ReproductionCount]

        /// What the paper's Table 2 says of this level, if it has it.
        public var published: PublishedFigures.Level? {
            method == .oneShot ? PublishedFigures.levels.first { $0.sparsity == sparsity } : nil
        }

        /// The accuracy of a circuit's arithmetic.
        public func accuracy(_ arithmetic: ReproductionCircuit.Arithmetic) -> Double {
            switch arithmetic {
            case .affine: affineAccuracy
            case .integer: integerAccuracy
            }
        }
    }

    /// How many hidden neurons are positive: P, on which the size of the paper's circuit depends.
    public struct PositiveNeurons: Codable, Sendable, Hashable {
        /// On the report's test image.
        public var onTestImage: Int
        /// Over all test images.
        public var minimum: Int
        public var median: Int
        public var maximum: Int

        /// - Parameter counts: of every test image; not empty.
        init(_ counts: [Int], testImage: Int) {
            let sorted = counts.sorted()
            onTestImage = counts[testImage]
            minimum = sorted[0]
            median = sorted[sorted.count / 2]
            maximum = sorted[sorted.count - 1]
        }
    }
}
