/// The solutions that an equation in one variable has in the scalar field of a curve, and what a circuit without
/// range checks makes of them.
struct FieldSolutions: Encodable, Hashable, Sendable {
    let curve: CurveName
    /// The number of different solutions in the field.
    let count: Int
    /// How many of them are no integers of the declared bits.
    let foreignCount: Int
    /// The smallest of those; nil if there is none.
    let example: String?
    /// Whether a verifier accepted the proof of a circuit without range checks for the example.
    let isAcceptedWithoutRangeChecks: Bool
    /// Why the circuit with range checks has no witness for the example; nil where there is no such circuit.
    let refusal: String?
}
