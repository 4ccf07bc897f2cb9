/// A named part of a circuit.
public struct Region: Hashable, Sendable {
    /// Names from the outermost to this one, joined by "/".
    public let path: String
    /// The number of names in the path.
    public let depth: Int
    /// The constraints made inside, those of nested regions included.
    public internal(set) var constraints: Range<Int>

    /// Takes out constraints, given in ascending order, and counts anew.
    mutating func remove(_ removed: [Int]) {
        let below = { (bound: Int) in bound - removed.count { $0 < bound } }
        constraints = below(constraints.lowerBound)..<below(constraints.upperBound)
    }
}
