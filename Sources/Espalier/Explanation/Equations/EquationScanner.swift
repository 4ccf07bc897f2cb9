/// Cuts the text of an equation into tokens.
struct EquationScanner {
    private let source: String
    private let characters: [Character]
    private var index = 0
    private var tokens: [EquationToken] = []

    /// Returns the tokens of the text, the end as the last.
    static func tokens(of source: String) throws(EquationError) -> [EquationToken] {
        var scanner = EquationScanner(source: source)
        while scanner.index < scanner.characters.count { try scanner.scanToken() }
        scanner.tokens.append(.init(kind: .end, column: scanner.characters.count + 1))
        return scanner.tokens
    }

    private init(source: String) {
        self.source = source
        characters = Array(source)
    }

    private mutating func scanToken() throws(EquationError) {
        let start = index
        let character = characters[index]
        switch character {
        case _ where character.isWhitespace: index += 1
        case "+": scanSymbol(.plus)
        case "-", "−": scanSymbol(.minus)
        case "^": scanSymbol(.caret)
        case "(": scanSymbol(.open)
        case ")": scanSymbol(.close)
        case "*", "·", "×":
            scanSymbol(.star)
            if character == "*", peek == "*" { throw error(.doubleStar, at: start) }
        case "=":
            scanSymbol(.equals)
            if peek == "=" { index += 1 }
        case "/", "÷": throw error(.division, at: start)
        case "<", ">", "≤", "≥", "≠", "!": throw error(.inequality, at: start)
        case _ where character.isDigit || character == ".": try scanNumber()
        case _ where character.beginsName: scanName()
        default: throw error(.unknownCharacter(character), at: start)
        }
    }

    private var peek: Character? { index < characters.count ? characters[index] : nil }

    private mutating func scanSymbol(_ kind: EquationToken.Kind) {
        tokens.append(.init(kind: kind, column: index + 1))
        index += 1
    }

    private mutating func scanNumber() throws(EquationError) {
        let start = index
        while let next = peek, next.isDigit || next == "." { index += 1 }
        guard let value = Rational(decimal: String(characters[start..<index])) else {
            throw error(.malformedNumber, at: start)
        }
        guard value.bitCount <= EquationLimits.numberBits else { throw error(.numberTooLarge, at: start) }
        tokens.append(.init(kind: .number(value), column: start + 1))
    }

    private mutating func scanName() {
        let start = index
        while let next = peek, next.beginsName || next.isDigit { index += 1 }
        tokens.append(.init(kind: .name(String(characters[start..<index])), column: start + 1))
    }

    private func error(_ code: EquationError.Code, at index: Int) -> EquationError {
        EquationError(code, in: source, column: index + 1)
    }
}

extension Character {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) && isASCII }

    fileprivate var beginsName: Bool { isLetter || self == "_" }
}
