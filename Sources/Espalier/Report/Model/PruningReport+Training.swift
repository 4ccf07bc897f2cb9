extension PruningReport {
    /// How the dense network was trained.
    public struct Training: Codable, Sendable, Hashable {
        public var epochs: Int
        public var seconds: Double
        /// Share of test images that the dense float network classifies correctly, 0 … 1.
        public var floatAccuracy: Double

        public init(epochs: Int, seconds: Double, floatAccuracy: Double) {
            self.epochs = epochs
            self.seconds = seconds
            self.floatAccuracy = floatAccuracy
        }
    }
}
