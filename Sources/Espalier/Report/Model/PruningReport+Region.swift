extension PruningReport {
    /// A named part of a circuit.
    public struct Region: Codable, Sendable, Hashable {
        public var name: String
        public var constraints: Int

        public init(name: String, constraints: Int) {
            self.name = name
            self.constraints = constraints
        }
    }
}
