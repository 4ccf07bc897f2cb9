/// Whether a witness satisfies a circuit, and if not, what is wrong with it.
public enum Satisfaction: Hashable, Sendable {
    case satisfied
    /// The witness has another number of wires.
    case wrongWireCount(expected: Int, given: Int)
    /// The wire of the constant is not 1.
    case wrongConstant
    /// The first constraints that do not hold.
    case violated([Violation])

    /// A constraint that does not hold.
    public struct Violation: Hashable, Sendable {
        /// Its index in the constraint system.
        public let constraint: Int
        /// The path of the innermost region that made it; empty outside of all.
        public let region: String

        public init(constraint: Int, region: String) {
            self.constraint = constraint
            self.region = region
        }
    }

    public var isSatisfied: Bool { self == .satisfied }
}
