/// The answer of a verifier.
public enum Verdict: Hashable, Sendable {
    /// Whoever made the proof knows a witness for these public inputs.
    case accepted
    case rejected(Reason)

    public var isAccepted: Bool { self == .accepted }

    /// What was wrong, the first that was found.
    public enum Reason: Hashable, Sendable {
        /// The statement has another number of public inputs than the key.
        case wrongInputCount(expected: Int, actual: Int)
        /// A public input lies outside its declared range.
        case inputOutOfRange(index: Int)
        /// The pairing equation does not hold: a wrong proof, other inputs, or another key.
        case equationFails
    }
}

extension Verdict.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .wrongInputCount(let expected, let actual):
            "the key takes \(expected) public inputs, not \(actual)"
        case .inputOutOfRange(let index): "public input \(index) is outside its declared range"
        case .equationFails: "the pairing equation does not hold"
        }
    }
}
