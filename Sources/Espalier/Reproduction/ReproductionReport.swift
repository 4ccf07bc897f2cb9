/// The paper's tables three ways: as printed, by the formulas of the circuit that was counted there, and as
/// circuits that were compiled, checked and audited.
public struct ReproductionReport: Codable, Sendable, Hashable {
    public var dataset: PruningReport.Dataset
    /// `784–128–ReLU–10`.
    public var architecture: String
    /// Of all layers, the input's first.
    public var widths: [Int]
    public var curve: CurveName
    public var seed: UInt64
    public var epochs: Int
    /// Rows of a block, at levels that were pruned in blocks.
    public var blockRows: Int
    /// The test image on which neurons were counted.
    public var testImage: Int
    /// Columns of circuits, in order.
    public var circuits: [Circuit]
    public var levels: [Level]

    /// A column of circuits.
    public struct Circuit: Codable, Sendable, Hashable {
        public var name: String
        public var heading: String
        public var summary: String
        public var arithmetic: ReproductionCircuit.Arithmetic

        init(_ circuit: ReproductionCircuit) {
            name = circuit.name
            heading = circuit.heading
            summary = circuit.summary
            arithmetic = circuit.arithmetic
        }
    }
}
