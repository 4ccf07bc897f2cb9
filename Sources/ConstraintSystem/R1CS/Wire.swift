/// One entry of the witness vector, by its position: the constant 1, then public outputs, public
/// inputs, and private wires.
public struct Wire: Hashable, Comparable, Sendable {
    public let index: UInt32

    @inlinable
    public init(_ index: Int) { self.index = UInt32(index) }

    /// The wire whose value is always 1.
    @inlinable
    public static var one: Wire { Wire(0) }

    @inlinable
    public static func < (left: Wire, right: Wire) -> Bool { left.index < right.index }
}
