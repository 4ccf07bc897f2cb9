/// One of several sums that share products: where it stands in the packed sum, and the window that somebody checks.
public struct PackedDigit: Hashable, Sendable {
    /// Where the value of a digit goes.
    public enum Target: Hashable, Sendable {
        /// A new wire.
        case wire
        /// The public output of this index.
        case output(Int)
    }

    /// The digit counts 2^offset times.
    public let offset: Int
    /// The window has at most 2^width integers.
    public let width: Int
    /// The window's lowest integer.
    public let lowest: Int128
    public let target: Target

    public init(offset: Int, width: Int, lowest: Int128, target: Target) {
        self.offset = offset
        self.width = width
        self.lowest = lowest
        self.target = target
    }
}
