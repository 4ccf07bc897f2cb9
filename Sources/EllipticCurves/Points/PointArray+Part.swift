extension PointArray {
    /// The points in `range`, in the same memory.
    ///
    /// Whether they are points of the curve is found out anew for every part.
    public func part(_ range: Range<Int>) -> PointArray {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "points of the list")
        let bytes = range.lowerBound * Self.pointSize..<range.upperBound * Self.pointSize
        return PointArray(
            unvalidated: UnsafeRawBufferPointer(rebasing: memory.bytes[bytes]), ownedBy: memory)
    }
}
