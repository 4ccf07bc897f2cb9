extension PruningReport {
    /// Who learns the weights from the circuit and its keys.
    public enum WeightVisibility: String, Codable, Sendable, Hashable, CaseIterable {
        /// Everybody: the weights are constants of the circuit.
        case embedded
        /// The prover alone: the weights are wires of the circuit.
        case `private`
    }
}
