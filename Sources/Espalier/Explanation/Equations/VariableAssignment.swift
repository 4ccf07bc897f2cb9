/// A value that somebody gives a variable: `y=3`.
public struct VariableAssignment: Hashable, Sendable {
    public let name: String
    let value: Rational

    /// Reads `NAME=NUMBER`, the number an integer or a decimal.
    ///
    /// - Throws: `EquationError` with `.malformedAssignment` for anything else.
    public init(_ text: String) throws(EquationError) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            .map { $0.filter { !$0.isWhitespace } }
        guard parts.count == 2, !parts[0].isEmpty, let value = Rational(decimal: parts[1]),
            value.bitCount <= EquationLimits.numberBits
        else { throw EquationError(.malformedAssignment(text), in: text) }
        name = parts[0]
        self.value = value
    }
}
