/// The weights of `z_j = Σ w_ji x_i + b_j`, with the bounds that the owner declares for them.
///
/// A weight of zero is a pruned one. Where weights are private, the positions of zeros and the declared
/// bits are public; the values are not.
public struct IntegerLinear: Hashable, Sendable {
    public let outputCount: Int
    public let inputCount: Int
    /// Row-major [outputs, inputs].
    public let weights: [Int32]
    public let biases: [Int64]
    /// Declared: every `|w| < 2^(weightBits - 1)`.
    public let weightBits: Int
    /// Declared: every `|b| < 2^(biasBits - 1)`.
    public let biasBits: Int
    /// Declared: `z_j` lies in window j for every input in range. Nil where the owner publishes no windows, and
    /// what is known of a hidden layer's sums follows from the declared bits.
    public let windows: [ClosedRange<Int128>]?

    /// - Precondition: the counts fit together and every value lies within its declared bits.
    public init(
        outputCount: Int, inputCount: Int, weights: [Int32], biases: [Int64], weightBits: Int, biasBits: Int,
        windows: [ClosedRange<Int128>]? = nil
    ) {
        precondition(weights.count == outputCount * inputCount, "one weight per output and input")
        precondition(biases.count == outputCount, "one bias per output")
        precondition(
            (1...32).contains(weightBits) && (1...64).contains(biasBits), "declared bits fit the types")
        precondition(
            weights.allSatisfy { Int64($0).magnitude < 1 << (weightBits - 1) }
                && biases.allSatisfy { $0.magnitude < 1 << (biasBits - 1) },
            "every value lies within its declared bits")
        self.outputCount = outputCount
        self.inputCount = inputCount
        self.weights = weights
        self.biases = biases
        self.weightBits = weightBits
        self.biasBits = biasBits
        precondition(windows.map { $0.count == outputCount } ?? true, "one window per output")
        self.windows = windows
    }

    /// The weights of one output.
    public func row(_ output: Int) -> ArraySlice<Int32> {
        weights[output * inputCount..<(output + 1) * inputCount]
    }
}
