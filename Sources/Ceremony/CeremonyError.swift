/// Why a step of a ceremony could not be taken.
public enum CeremonyError: Error, Hashable, Sendable {
    /// No powers of this size can be made.
    case powerOutOfRange(ClosedRange<Int>)
    /// The powers were cut down after the ceremony: what follows from a contribution to a part nobody could
    /// check.
    case cutDown
    /// The powers lack the Lagrange bases.
    case notPrepared
    /// The powers are for smaller circuits.
    case tooFewPowers(needed: Int, present: Int)
    /// A key without contributions that was not begun by a ceremony: its maker knows secrets that no contribution takes
    /// away.
    case ownKey
    /// A beacon asks for more hashes than the caller takes.
    case longBeacon(contribution: Int, exponent: Int, limit: Int)
    /// A constraint names a wire that the circuit does not have.
    case wireOutOfRange
}

extension CeremonyError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .powerOutOfRange(let range):
            "the power is between \(range.lowerBound) and \(range.upperBound)"
        case .cutDown: "the file was cut down after its ceremony, and takes no more contributions"
        case .notPrepared: "the powers of tau are not prepared; ceremony prepare does that"
        case .tooFewPowers(let needed, let present):
            "the circuit needs powers of tau of 2^\(needed), and these are of 2^\(present)"
        case .ownKey:
            "this is a development key: its maker knows secrets that contributions do not change; ceremony new begins a "
                + "key that takes them"
        case .longBeacon(let contribution, let exponent, let limit):
            "contribution \(contribution) is of a beacon of 2^\(exponent) hashes, and at most 2^\(limit) are computed: "
                + "--beacon-limit \(exponent) computes them, which takes long"
        case .wireOutOfRange: "a constraint names a wire that the circuit does not have"
        }
    }
}
