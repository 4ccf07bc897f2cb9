/// A member of a list that is no point of the curve.
public struct InvalidPoint: Error, Hashable, Sendable {
    public enum Flaw: Hashable, Sendable {
        /// A coordinate is not below p.
        case notCanonical
        /// The curve has no point of these coordinates.
        case notOnCurve
    }

    public var index: Int
    public var flaw: Flaw

    public init(_ flaw: Flaw, at index: Int) {
        self.index = index
        self.flaw = flaw
    }
}
