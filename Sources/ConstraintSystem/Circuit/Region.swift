/// A named part of a circuit.
public struct Region: Hashable, Sendable {
    /// Names from the outermost to this one, joined by "/".
    public let path: String
    /// The number of names in the path.
    public let depth: Int
    /// The constraints made inside, those of nested regions included.
    public internal(set) var constraints: Range<Int>
}
