/// A NumPy array in row-major order, as an `.npy` file holds it.
public struct NumPyArray: Hashable, Sendable {
    /// The elements and their type.
    public enum Elements: Hashable, Sendable {
        case uint8([UInt8])
        case uint16([UInt16])
        case uint32([UInt32])
        case uint64([UInt64])
        case int8([Int8])
        case int16([Int16])
        case int32([Int32])
        case int64([Int64])
        case float32([Float])
        case float64([Double])
    }

    /// The extents of the axes, outermost first; empty for a single number.
    public let shape: [Int]
    public let elements: Elements

    /// - Precondition: extents are not negative, and their product is the number of elements.
    public init(shape: [Int], elements: Elements) {
        precondition(shape.allSatisfy { $0 >= 0 }, "an extent is not negative")
        precondition(shape.reduce(1, *) == elements.count, "as many elements as the shape says")
        self.shape = shape
        self.elements = elements
    }
}

extension NumPyArray.Elements {
    public var count: Int {
        switch self {
        case .uint8(let elements): elements.count
        case .uint16(let elements): elements.count
        case .uint32(let elements): elements.count
        case .uint64(let elements): elements.count
        case .int8(let elements): elements.count
        case .int16(let elements): elements.count
        case .int32(let elements): elements.count
        case .int64(let elements): elements.count
        case .float32(let elements): elements.count
        case .float64(let elements): elements.count
        }
    }
}
