/// What is wrong with an equation or with the values given for its variables, and where.
public struct EquationError: Error, Hashable, Sendable {
    public enum Code: Error, Hashable, Sendable {
        case empty
        case tooLong
        case unknownCharacter(Character)
        case division
        case inequality
        case doubleStar
        case malformedNumber
        case missingOperand
        case missingOperator
        case missingStar
        case missingEquals
        case secondEquals
        case missingClosingParenthesis
        case extraClosingParenthesis
        case badExponent
        case repeatedExponent
        case noVariable
        case numberTooLarge
        case degreeTooHigh
        case tooManyGates
        case unknownVariable(String, known: [String])
        case malformedAssignment(String)
        case repeatedAssignment(String)
        case notASolution(value: String, target: String)
    }

    public let code: Code
    /// The equation's text.
    public let source: String
    /// Where in the text, counted from 1; nil where the whole is meant.
    public let column: Int?

    init(_ code: Code, in source: String, column: Int? = nil) {
        self.code = code
        self.source = source
        self.column = column
    }

    /// The text with a caret under the place; nil where the whole is meant.
    public var diagram: String? {
        column.map { source.onSingleLine + "\n" + String(repeating: " ", count: $0 - 1) + "^" }
    }
}

extension EquationError: CustomStringConvertible {
    public var description: String {
        (column.map { "column \($0): " } ?? "") + code.description
    }
}

extension EquationError.Code: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty: "there is no equation; say one, such as \"x^4 + 2*x + 7 == 50\""
        case .tooLong: "the equation has more than \(EquationLimits.characters) characters"
        case .unknownCharacter(let character):
            "'\(character)' means nothing here; an equation has numbers, names, + - * ^ ( ) and =="
        case .division: "there is no division; multiply instead, for example by 0.5"
        case .inequality: "this is no equation; the sides are joined by =="
        case .doubleStar: "a power is written with ^"
        case .malformedNumber: "a number has digits on both sides of its one point, such as 0.5"
        case .missingOperand: "a number, a variable or ( is missing here"
        case .missingOperator: "an operator is missing here: + - * ^"
        case .missingStar: "a * is missing here; products are always written out, such as 2*x"
        case .missingEquals: "== and the right side are missing here"
        case .secondEquals: "there is one == in an equation"
        case .missingClosingParenthesis: "a ) is missing here"
        case .extraClosingParenthesis: "this ) has no ("
        case .badExponent: "an exponent is a whole number from 0 to \(EquationLimits.degree)"
        case .repeatedExponent: "a power of a power needs parentheses, such as (x^2)^3"
        case .noVariable: "there is no variable to solve for"
        case .numberTooLarge: "a number needs more than \(EquationLimits.numberBits) bits; use smaller ones"
        case .degreeTooHigh: "the degree is above \(EquationLimits.degree); use lower powers"
        case .tooManyGates: "the equation takes more than \(EquationLimits.gates) gates; use a shorter one"
        case .unknownVariable(let name, let known):
            "there is no variable \(name) to set; there is \(known.joined(separator: ", "))"
        case .malformedAssignment(let text): "\(text): a value is set with NAME=NUMBER, such as y=3"
        case .repeatedAssignment(let name): "\(name) is set twice"
        case .notASolution(let value, let target):
            "the values set are no solution: the left side is \(value), not \(target)"
        }
    }
}
