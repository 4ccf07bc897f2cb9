/// Which instance wires of a circuit are known to the verifier, and what the hidden ones are.
///
/// Wires are numbered as in the system, the constant 1 being wire 0: outputs, then the public input where it has
/// wires, then hidden wires in the order of the properties. Depends on public facts only.
public struct InstanceLayout: Hashable, Codable, Sendable {
    public var outputCount: Int
    /// Known pixels with wires of their own.
    public var publicInputCount: Int
    /// Hidden pixels, which the input's owner commits to.
    public var hiddenInputCount: Int
    /// Hidden sums z_j of layers that read a public input without wires.
    public var accumulatorCount: Int
    /// Hidden weights and biases K.
    public var committedCount: Int
    /// Whether there is a wire m that blinds what is published of the others.
    public var hasMask: Bool
    /// The number of values of a public input that has no wires, and columns instead; 0 where there is none.
    public var columnCount: Int

    public init(
        outputCount: Int, publicInputCount: Int = 0, hiddenInputCount: Int = 0, accumulatorCount: Int = 0,
        committedCount: Int = 0, hasMask: Bool = false, columnCount: Int = 0
    ) {
        self.outputCount = outputCount
        self.publicInputCount = publicInputCount
        self.hiddenInputCount = hiddenInputCount
        self.accumulatorCount = accumulatorCount
        self.committedCount = committedCount
        self.hasMask = hasMask
        self.columnCount = columnCount
    }

    /// All instance wires, the constant not counted.
    public var instanceCount: Int { mask.upperBound - 1 }

    public var outputs: Range<Int> { 1..<1 + outputCount }
    public var publicInputs: Range<Int> { outputs.upperBound..<outputs.upperBound + publicInputCount }
    public var hiddenInputs: Range<Int> {
        publicInputs.upperBound..<publicInputs.upperBound + hiddenInputCount
    }
    public var accumulators: Range<Int> {
        hiddenInputs.upperBound..<hiddenInputs.upperBound + accumulatorCount
    }
    public var committed: Range<Int> { accumulators.upperBound..<accumulators.upperBound + committedCount }
    /// The mask's wire; empty where there is none.
    public var mask: Range<Int> { committed.upperBound..<committed.upperBound + (hasMask ? 1 : 0) }

    /// Whether a registered model must answer for some of the wires, or for columns.
    public var needsModel: Bool { accumulatorCount > 0 || committedCount > 0 || columnCount > 0 }
}
