/// What quantization did to each layer. A scale is the real number that the integer 1 stands for.
public struct QuantizationSummary: Hashable, Sendable {
    public struct Layer: Hashable, Sendable {
        public let name: String
        /// Weights that are not zero, before and after rounding. One that rounds to zero is pruned from then on.
        public let nonzerosBefore: Int
        public let nonzerosAfter: Int
        public let inputScale: Double
        /// Where rows have scales of their own, because they fill windows, the largest of these.
        public let weightScale: Double
        /// The scale of the sums and the biases: the product of the other two.
        public var accumulatorScale: Double { inputScale * weightScale }
        public let biasBits: Int
        /// Every |z| < 2^windowBits, where that was asked for.
        public let windowBits: Int?
    }

    public struct Rectifier: Hashable, Sendable {
        public let name: String
        public let shift: Int
        /// The scale of its value, after the shift; the largest where its elements have scales of their own.
        public let scale: Double
    }

    public internal(set) var layers: [Layer]
    public internal(set) var rectifiers: [Rectifier]
}
