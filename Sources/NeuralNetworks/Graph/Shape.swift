/// The extents of a tensor's axes, outermost first. The batch axis is never part of a shape.
public struct Shape: Hashable, Sendable, ExpressibleByArrayLiteral, CustomStringConvertible {
    public let extents: [Int]

    public init(_ extents: [Int]) {
        precondition(extents.allSatisfy { $0 > 0 }, "an extent is positive")
        self.extents = extents
    }

    public init(arrayLiteral extents: Int...) {
        self.init(extents)
    }

    /// The number of elements of a tensor of this shape.
    public var count: Int { extents.reduce(1, *) }

    public var description: String { extents.map(String.init).joined(separator: "×") }
}
