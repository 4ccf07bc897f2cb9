/// What a name of an ONNX graph stands for while the graph is read.
enum ONNXValue {
    case activation(Activation)
    case constant(Constant)
    /// A small vector of integers that is computed from shapes.
    case extents([Extent])

    /// A value that depends on the network's input.
    struct Activation {
        /// The value's name in the network.
        var name: String
        /// Without the batch axis.
        var extents: [Int]
        /// Several nodes read the value, or one and the world outside.
        var isShared: Bool
        /// The value comes from a node that only the end of a network may have.
        var isFinal = false

        /// The number of elements per sample; the extents were checked.
        var count: Int { extents.reduce(1, *) }
    }

    /// An initializer or a `Constant` node.
    struct Constant {
        var name: String
        var tensor: ONNXTensorProto
        /// The two axes are exchanged.
        var isTransposed = false
    }

    /// One entry of a shape: the batch axis, whose size is open, or a number.
    enum Extent: Hashable {
        case batch
        case number(Int64)
    }
}
