extension PruningReport {
    /// A circuit as a column of the table of regions.
    package struct ComparedCircuit: Sendable, Hashable {
        /// Whose weights, or whose circuit: `paper`, `private`, `embedded`.
        package var name: String
        /// How much of the network was pruned.
        package var pruned: String
        package var constraints: Constraints
    }

    /// The circuits whose regions are compared: the paper's, then private and embedded ones, each dense and at
    /// the headline's level.
    package var comparedCircuits: [ComparedCircuit] {
        var circuits = [
            ComparedCircuit(
                name: "paper", pruned: NumberText.sparsity(0), constraints: PublishedFigures.dense)
        ]
        for visibility in [WeightVisibility.private, .embedded] {
            for level in [denseLevel, headlineLevel].compactMap(\.self) {
                circuits.append(
                    ComparedCircuit(
                        name: visibility.rawValue, pruned: NumberText.sparsity(level.sparsity),
                        constraints: level.constraints(visibility)))
            }
        }
        return circuits
    }

    /// The regions of the compared circuits in the order of the report's own circuits.
    package var comparedRegions: [String] {
        let circuits = comparedCircuits.map(\.constraints)
        return Self.regionNames(Array(circuits[1...] + circuits[..<1]))
    }
}
