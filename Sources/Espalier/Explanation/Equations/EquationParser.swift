/// Reads an equation by recursive descent.
///
/// ```
/// equation = sum "==" sum          sum   = product { ("+" | "-") product }
/// product  = factor { "*" factor } factor = "-" factor | primary [ "^" whole number ]
/// primary  = number | name | "(" sum ")"
/// ```
/// So −x^2 is −(x^2). The text's length bounds the depth.
struct EquationParser {
    private let source: String
    private let tokens: [EquationToken]
    private var index = 0

    /// Returns both sides of an equation.
    static func sides(of source: String) throws(EquationError) -> (left: Expression, right: Expression) {
        guard source.count <= EquationLimits.characters else { throw EquationError(.tooLong, in: source) }
        var parser = EquationParser(source: source, tokens: try EquationScanner.tokens(of: source))
        if parser.token.kind == .end { throw EquationError(.empty, in: source) }
        let left = try parser.sum()
        guard parser.token.kind == .equals else {
            throw parser.error(parser.token.kind == .close ? .extraClosingParenthesis : .missingEquals)
        }
        parser.advance()
        let right = try parser.sum()
        switch parser.token.kind {
        case .end: return (left, right)
        case .equals: throw parser.error(.secondEquals)
        case .close: throw parser.error(.extraClosingParenthesis)
        default: throw parser.error(.missingOperator)
        }
    }

    private var token: EquationToken { tokens[index] }

    private mutating func advance() { index += 1 }

    private func error(_ code: EquationError.Code) -> EquationError {
        EquationError(code, in: source, column: token.column)
    }

    private mutating func sum() throws(EquationError) -> Expression {
        var value = try product()
        while true {
            switch token.kind {
            case .plus:
                advance()
                value = .sum(value, try product())
            case .minus:
                advance()
                value = .difference(value, try product())
            default: return value
            }
        }
    }

    private mutating func product() throws(EquationError) -> Expression {
        var value = try factor()
        while token.kind == .star {
            advance()
            value = .product(value, try factor())
        }
        if token.kind.beginsFactor { throw error(.missingStar) }
        return value
    }

    private mutating func factor() throws(EquationError) -> Expression {
        if token.kind == .minus {
            advance()
            return .negation(try factor())
        }
        let base = try primary()
        guard token.kind == .caret else { return base }
        advance()
        guard case .number(let exponent) = token.kind, exponent.isInteger,
            exponent <= Rational(EquationLimits.degree)
        else { throw error(.badExponent) }
        advance()
        if token.kind == .caret { throw error(.repeatedExponent) }
        return .power(base, Int(exponent.numerator))
    }

    private mutating func primary() throws(EquationError) -> Expression {
        switch token.kind {
        case .number(let value):
            advance()
            return .number(value)
        case .name(let name):
            advance()
            return .variable(name)
        case .open:
            advance()
            let value = try sum()
            guard token.kind == .close else { throw error(.missingClosingParenthesis) }
            advance()
            return value
        case .close: throw error(tokens[..<index].isInside ? .missingOperand : .extraClosingParenthesis)
        default: throw error(.missingOperand)
        }
    }
}

extension ArraySlice<EquationToken> {
    /// Whether a parenthesis is open at the end.
    fileprivate var isInside: Bool {
        reduce(0) { $0 + ($1.kind == .open ? 1 : $1.kind == .close ? -1 : 0) } > 0
    }
}
