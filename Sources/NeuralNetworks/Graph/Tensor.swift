/// A dense array of `Float` in row-major order.
public struct Tensor: Hashable, Sendable {
    public let shape: Shape
    public var elements: [Float]

    /// - Precondition: `elements.count == shape.count`.
    public init(shape: Shape, elements: [Float]) {
        precondition(elements.count == shape.count, "a tensor has as many elements as its shape says")
        self.shape = shape
        self.elements = elements
    }

    public init(zeros shape: Shape) {
        self.init(shape: shape, elements: [Float](repeating: 0, count: shape.count))
    }
}
