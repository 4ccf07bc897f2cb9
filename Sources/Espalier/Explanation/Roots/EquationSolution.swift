/// Values of the variables that solve an equation, exactly or nearly.
struct EquationSolution: Hashable, Sendable {
    /// One for each variable.
    let values: [Rational]
    /// The variable whose value is irrational, and in `values` only very close; nil if all are exact.
    let irrational: Int?

    var isExact: Bool { irrational == nil }

    /// Whether a proof about integers can be made of it.
    var isInteger: Bool { isExact && values.allSatisfy(\.isInteger) }

    /// The same with the irrational value cut to so many digits.
    func cut(to digits: Int) -> [Rational] {
        values.enumerated().map { $0.offset == irrational ? $0.element.cut(to: digits) : $0.element }
    }
}
