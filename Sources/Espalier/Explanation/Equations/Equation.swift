/// A polynomial equation, as `polynomial == target` with a number for the target.
struct Equation: Hashable, Sendable {
    /// The text that it was read from.
    let source: String
    let polynomial: Expression
    let target: Rational
    /// In the order in which they occur in the text.
    let variables: [String]
    /// Whether neither side was a number: then the polynomial is the left side less the right one.
    let isDifference: Bool

    /// Reads an equation.
    ///
    /// - Throws: `EquationError` with the column where the text is no equation.
    init(_ source: String) throws(EquationError) {
        let (left, right) = try EquationParser.sides(of: source)
        let both = Expression.difference(left, right)
        variables = both.variables
        self.source = source
        guard !variables.isEmpty else { throw EquationError(.noVariable, in: source) }
        do {
            if let value = try right.constantValue() {
                (polynomial, target, isDifference) = (left, value, false)
            } else if let value = try left.constantValue() {
                (polynomial, target, isDifference) = (right, value, false)
            } else {
                (polynomial, target, isDifference) = (both, .zero, true)
            }
        } catch {
            throw EquationError(error, in: source)
        }
    }
}
