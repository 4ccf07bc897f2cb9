/// A trained tensor of a network, with the mask that pruning put on it.
public struct Parameter: Hashable, Sendable {
    /// Masked elements are zero.
    public private(set) var tensor: Tensor

    /// `true` where an element survives, in the tensor's order; `nil` before any pruning.
    public private(set) var mask: [Bool]?

    public init(_ tensor: Tensor, mask: [Bool]? = nil) {
        self.tensor = tensor
        self.mask = nil
        if let mask { apply(mask) }
    }

    /// Zeroes the elements that `newMask` drops and remembers it. Masks compose: what is gone stays gone.
    ///
    /// - Precondition: `newMask` has one entry per element.
    public mutating func apply(_ newMask: [Bool]) {
        precondition(newMask.count == tensor.elements.count, "a mask has one entry per element")
        let composed = mask.map { zip($0, newMask).map { $0 && $1 } } ?? newMask
        for index in composed.indices where !composed[index] { tensor.elements[index] = 0 }
        mask = composed
    }

    /// Changes the elements in place; masked ones are zero again afterwards.
    public mutating func update(_ body: (inout [Float]) -> Void) {
        body(&tensor.elements)
        precondition(tensor.elements.count == tensor.shape.count, "an update keeps the number of elements")
        guard let mask else { return }
        for index in mask.indices where !mask[index] { tensor.elements[index] = 0 }
    }

    /// The number of elements that survive the mask.
    public var survivingCount: Int { mask?.count { $0 } ?? tensor.elements.count }
}
