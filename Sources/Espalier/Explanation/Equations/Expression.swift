/// A polynomial as it was written.
indirect enum Expression: Hashable, Sendable {
    case number(Rational)
    case variable(String)
    case negation(Expression)
    case sum(Expression, Expression)
    case difference(Expression, Expression)
    case product(Expression, Expression)
    /// The exponent is 0 or more.
    case power(Expression, Int)

    /// The names of variables in the order in which they first occur.
    var variables: [String] {
        var names: [String] = []
        collect(into: &names)
        return names
    }

    private func collect(into names: inout [String]) {
        switch self {
        case .number: break
        case .variable(let name): if !names.contains(name) { names.append(name) }
        case .negation(let value), .power(let value, _): value.collect(into: &names)
        case .sum(let left, let right), .difference(let left, let right), .product(let left, let right):
            left.collect(into: &names)
            right.collect(into: &names)
        }
    }

    /// The value if no variable takes part, else nil.
    ///
    /// - Throws: `.numberTooLarge` beyond `EquationLimits.numberBits`; nothing larger is computed.
    func constantValue() throws(EquationError.Code) -> Rational? {
        switch self {
        case .number(let value): return try value.checked()
        case .variable: return nil
        case .negation(let value): return try value.constantValue().map { -$0 }
        case .power(let base, let exponent):
            if exponent == 0 { return .one }
            guard let value = try base.constantValue() else { return nil }
            guard value.bitCount * exponent <= 2 * EquationLimits.numberBits else { throw .numberTooLarge }
            return try value.power(exponent).checked()
        case .sum(let left, let right): return try Self.combine(left, right) { $0 + $1 }
        case .difference(let left, let right): return try Self.combine(left, right) { $0 - $1 }
        case .product(let left, let right): return try Self.combine(left, right) { $0 * $1 }
        }
    }

    private static func combine(
        _ left: Expression, _ right: Expression, _ operation: (Rational, Rational) -> Rational
    ) throws(EquationError.Code) -> Rational? {
        guard let a = try left.constantValue(), let b = try right.constantValue() else { return nil }
        return try operation(a, b).checked()
    }
}

extension Rational {
    fileprivate func checked() throws(EquationError.Code) -> Rational {
        guard bitCount <= EquationLimits.numberBits else { throw .numberTooLarge }
        return self
    }
}
