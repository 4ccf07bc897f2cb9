extension PruningReport {
    /// The size of a circuit: its own constraints, without rows that a key generator appends.
    public struct Constraints: Codable, Sendable, Hashable {
        public var total: Int
        /// In the order of the computation: `input`, `layer1`, `relu1`, `layer2`, `output`.
        public var regions: [Region]

        public init(total: Int, regions: [Region]) {
            self.total = total
            self.regions = regions
        }

        /// The constraints of the region with this name, or nil if the circuit has none of that name.
        public func count(of region: String) -> Int? {
            regions.first { $0.name == region }?.constraints
        }
    }
}
