extension PruningReport {
    /// One pruned network: what is left of it, how good it is, and what its proof costs.
    public struct Level: Codable, Sendable, Hashable {
        /// Share of the weights that pruning removed, 0 … 1.
        public var sparsity: Double
        public var method: Method
        /// Weights that are not zero after pruning.
        public var survivingWeights: Int
        /// Share of test images that the float network classifies correctly, 0 … 1.
        public var floatAccuracy: Double
        /// The same for the integer network, whose arithmetic the circuit proves bit for bit.
        public var integerAccuracy: Double
        /// Constraints with the weights as constants of the circuit.
        public var embedded: Constraints
        /// Constraints with the weights as private witnesses.
        public var `private`: Constraints

        public init(
            sparsity: Double, method: Method, survivingWeights: Int, floatAccuracy: Double,
            integerAccuracy: Double, embedded: Constraints, private: Constraints
        ) {
            self.sparsity = sparsity
            self.method = method
            self.survivingWeights = survivingWeights
            self.floatAccuracy = floatAccuracy
            self.integerAccuracy = integerAccuracy
            self.embedded = embedded
            self.private = `private`
        }

        /// The constraints of the circuit in which the weights have this visibility.
        public func constraints(_ visibility: WeightVisibility) -> Constraints {
            switch visibility {
            case .embedded: embedded
            case .private: self.private
            }
        }
    }
}
