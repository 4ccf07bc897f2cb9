/// Why no proof about integers is made of an equation.
enum ProofObstacle: Error, Hashable, Sendable {
    /// No solution in integers is known.
    case noIntegers
    /// The value of a variable needs more bits.
    case outsideRange(variable: String, bits: Int)
    /// The sides may be further apart than the field is large.
    case wraparound(bits: Int, distanceBits: Int, curve: String, fieldBits: Int, suggestion: Int?)
}

extension ProofObstacle: CustomStringConvertible {
    var description: String {
        switch self {
        case .noIntegers: "a proof about integers needs a solution in integers, and none is known"
        case .outsideRange(let variable, let bits):
            "\(variable) is outside the \(bits) bits that its range check leaves it; allow more with --bits"
        case .wraparound(let bits, let distanceBits, let curve, let fieldBits, let suggestion):
            "with variables of \(bits) bits the sides may be 2^\(distanceBits - 1) and more apart, and the field "
                + "of \(curve), of \(fieldBits) bits, could not tell them from equal ones; "
                + (suggestion.map { "--bits \($0) is the most that fits" } ?? "no number of bits fits")
        }
    }
}
