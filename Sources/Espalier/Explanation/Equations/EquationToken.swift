/// A word of an equation's text.
struct EquationToken: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case number(Rational)
        case name(String)
        case plus, minus, star, caret, open, close, equals
        case end

        /// Whether a factor may begin with it.
        var beginsFactor: Bool {
            switch self {
            case .number, .name, .open: true
            default: false
            }
        }
    }

    let kind: Kind
    /// Of its first character, counted from 1.
    let column: Int
}
