public import ConstraintSystem

/// What comparing a circuit with its network on many images found.
public struct CircuitCheck: Hashable, Sendable {
    /// Why a circuit and its network disagree on an image.
    public enum Disagreement: Hashable, Sendable {
        /// The circuit has no witness for it: names the region and the wire.
        case noWitness(WitnessError)
        /// The witness violates a constraint of the region.
        case violated(region: String)
        /// The public outputs are not the network's.
        case otherOutputs
    }

    public let imageCount: Int
    /// The image with the lowest index on which they disagree; nil if there is none.
    public let first: Failure?

    /// One image and what is wrong with it.
    public struct Failure: Hashable, Sendable {
        public let image: Int
        public let disagreement: Disagreement
    }

    public var isEqual: Bool { first == nil }
}
