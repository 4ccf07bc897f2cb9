/// What a node of a float network computes. What each does to a batch stands in `Operations/`.
public enum FloatOperation: Hashable, Sendable {
    /// `y = W x + b`, W of shape [outputs, inputs].
    case linear(weights: ParameterName, bias: ParameterName?)
    /// `y = max(0, x)`.
    case rectify
    /// `y = x²`.
    case square
    /// The same elements under one axis.
    case flatten
    /// The same elements under other axes.
    case reshape(Shape)
    /// The elementwise sum of two values of the same shape.
    case add
    /// Softmax over all elements; allowed only as the last node, where it does not change the answer.
    case softmax
    /// The index of the largest element; allowed only as the last node.
    case argmax

    /// The name of a parameter in `Network.parameters`.
    public typealias ParameterName = String
}
