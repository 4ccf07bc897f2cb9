/// A network in exact integer arithmetic: the single definition of what a circuit proves.
///
/// The input is a vector of integers in `0 ..< 2^inputBits`. The last node's value are the logits; the
/// answer is the index of the largest, the lowest one where several are equal.
public struct IntegerNetwork: Hashable, Sendable {
    /// One operation and the values that it reads.
    public struct Node: Hashable, Sendable {
        /// Unique in the network; the circuit's regions are named after it.
        public var name: String
        public var operation: IntegerOperation
        public var inputs: [IntegerValue]

        public init(name: String, operation: IntegerOperation, inputs: [IntegerValue]) {
            self.name = name
            self.operation = operation
            self.inputs = inputs
        }
    }

    public var inputShape: Shape
    /// Bits of an input element, 1 … 8.
    public var inputBits: Int
    /// In an order in which every node comes after the nodes that it reads; never empty.
    public var nodes: [Node]

    public init(inputShape: Shape, inputBits: Int, nodes: [Node]) {
        self.inputShape = inputShape
        self.inputBits = inputBits
        self.nodes = nodes
    }
}

/// A value in an integer network: its input, or what a node computes.
public enum IntegerValue: Hashable, Sendable {
    case input
    case node(Int)
}

/// What a node of an integer network computes.
public enum IntegerOperation: Hashable, Sendable {
    /// `z_j = Σ w_ji x_i + b_j`.
    case linear(IntegerLinear)
    /// `y = max(0, z + 2^(shift-1)) >> shift`; no rounding constant where `shift == 0`.
    case rectify(shift: Int)
    /// `y = z²`.
    case square
    /// The elementwise sum of two values of the same shape.
    case add
}
