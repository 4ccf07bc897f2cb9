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
        /// The statement has another number of values of the public input than the registered model has columns.
        case wrongModelInputCount(expected: Int, actual: Int)
        /// A value of the public input of a registered model lies outside its range.
        case modelInputOutOfRange(index: Int)
        /// A commitment to the input is missing, was not asked for, or is for another circuit.
        case wrongInputCommitment
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
        case .wrongModelInputCount(let expected, let actual):
            "the registered model takes \(expected) input values, not \(actual)"
        case .modelInputOutOfRange(let index): "input value \(index) is outside its declared range"
        case .wrongInputCommitment: "the commitment to the input is missing or belongs to another circuit"
        case .equationFails: "the pairing equation does not hold"
        }
    }
}
