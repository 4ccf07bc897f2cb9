/// One fully connected layer in affine uint8 arithmetic (ZEN, Feng et al., eprint 2021/087, section 3).
///
/// A real number v stands as the integer Q with v = s (Q − z). With zero points z_W = 128, z_X, z_Y and a
/// multiplier `M_j = ⌊2^k s_W,j s_X / s_Y⌋` for each output,
///
///     Q_Y,j = ⌊M_j (Σ_i (Q_W,ji − z_W)(Q_X,i − z_X) + B_j + M′_j) / 2^k⌋,   M′_j = ⌊z_Y 2^k / M_j⌋.
///
/// A weight of z_W is a pruned one.
public struct AffineLayer: Hashable, Sendable {
    /// Circuits' regions are named after it.
    public let name: String
    public let outputCount: Int
    public let inputCount: Int
    /// Q_W, row-major [outputs, inputs].
    public let weights: [UInt8]
    /// B: biases in the accumulator's scale s_W,j s_X.
    public let biases: [Int64]
    /// M, each at least 1 and below 2^multiplierBits.
    public let multipliers: [Int64]
    /// z_Y.
    public let outputZeroPoint: Int
    /// k.
    public let fractionBits: Int
    /// Declared: every `M < 2^multiplierBits`.
    public let multiplierBits: Int
    /// Declared: every `|B + M′| < 2^(offsetBits − 1)`.
    public let offsetBits: Int

    /// z_W.
    public static let weightZeroPoint = 128

    /// - Precondition: the counts fit together and every value lies within its declared bits; k is 1 … 40, the
    ///   multiplier has 1 … 40 bits, the offset 1 … 62.
    public init(
        name: String, outputCount: Int, inputCount: Int, weights: [UInt8], biases: [Int64],
        multipliers: [Int64], outputZeroPoint: Int, fractionBits: Int, multiplierBits: Int, offsetBits: Int
    ) {
        precondition(outputCount > 0 && inputCount > 0, "a layer has inputs and outputs")
        precondition(weights.count == outputCount * inputCount, "one weight per output and input")
        precondition(biases.count == outputCount && multipliers.count == outputCount, "one per output")
        precondition((0...255).contains(outputZeroPoint), "a zero point is a uint8")
        precondition((1...40).contains(fractionBits), "k is 1 … 40")
        precondition((1...40).contains(multiplierBits), "a multiplier has 1 … 40 bits")
        precondition((1...62).contains(offsetBits), "an offset has 1 … 62 bits")
        precondition(multipliers.allSatisfy { $0 >= 1 && $0 < 1 << multiplierBits }, "0 < M < 2^bits")
        self.name = name
        self.outputCount = outputCount
        self.inputCount = inputCount
        self.weights = weights
        self.biases = biases
        self.multipliers = multipliers
        self.outputZeroPoint = outputZeroPoint
        self.fractionBits = fractionBits
        self.multiplierBits = multiplierBits
        self.offsetBits = offsetBits
        precondition(
            (0..<outputCount).allSatisfy { row in
                biases[row].magnitude < 1 << 62 && offset(ofRow: row).magnitude < 1 << (offsetBits - 1)
            }, "every offset lies within its declared bits")
    }

    /// Q_W of one output.
    public func row(_ output: Int) -> ArraySlice<UInt8> {
        weights[output * inputCount..<(output + 1) * inputCount]
    }

    /// B_j + M′_j: what is added to the sum of products.
    public func offset(ofRow row: Int) -> Int64 {
        biases[row] + (Int64(outputZeroPoint) << Int64(fractionBits)) / multipliers[row]
    }

    /// Whether the weight survived pruning.
    public func survives(row: Int, column: Int) -> Bool {
        Int(weights[row * inputCount + column]) != Self.weightZeroPoint
    }

    /// The number of weights that are not pruned.
    public var survivingWeightCount: Int { weights.count { Int($0) != Self.weightZeroPoint } }
}
