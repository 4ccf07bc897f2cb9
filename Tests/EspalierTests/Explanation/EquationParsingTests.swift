import Espalier
import Testing

@Suite struct EquationParsingTests {
    @Test(arguments: [
        ("-x^2 + 5 == 1", ["sym1 = x × x", "y = (−1) × sym1", "~out = y + 5"]),
        ("2*x*y == 4", ["sym1 = 2 × x", "~out = sym1 × y"]),
        ("(x + 1)*(x - 1) = 3", ["sym1 = x + 1", "sym2 = x − 1", "~out = sym1 × sym2"]),
        ("x - (2 - x) == 0.5*3", ["sym1 = 2 − x", "~out = x − sym1"]),
        ("−0.25·x == 1", ["~out = (−0.25) × x"]),
        ("50 == x^4 + 2 * x + 7", PaperGates.lines),
        ("x^5 == 32", ["sym1 = x × x", "sym2 = sym1 × sym1", "~out = sym2 × x"]),
        ("x^4 + x^2 == 20", ["sym1 = x × x", "y = sym1 × sym1", "~out = y + sym1"]),
        ("x*y + y*x == 2", ["z = x × y", "~out = z + z"]),
        ("x^2 == 2*x + 3", ["y = x × x", "z = 2 × x", "sym1 = z + 3", "~out = y − sym1"]),
        ("x == 5", ["~out = x × 1"]),
        ("x^1 == 5", ["~out = x × 1"]),
        ("x^0 == 1", ["~out = 1 × 1"]),
        ("sym1^3 == 8", ["sym2 = sym1 × sym1", "~out = sym2 × sym1"]),
    ]) func becomesGates(equation: String, gates: [String]) throws {
        #expect(try ExplanationJSON(equation).lines == gates)
    }

    @Test(
        arguments: [
            ("", nil), ("   ", nil), ("3 == 3", nil), ("x == 1 == 1", 8), ("x", 2), ("x +", 4),
            ("x + == 2", 5),
            ("2x == 4", 2), ("x y == 4", 3), ("(x + 1)(x - 1) == 3", 8), ("(x + 1 == 3", 8), ("x) == 3", 2),
            ("() == 3", 2), ("x / 2 == 3", 3), ("x < 3", 3), ("x != 3", 3), ("x ** 2 == 4", 3),
            ("x ^ y == 4", 5), ("x^-1 == 4", 3), ("x^2.5 == 4", 3), ("x^33 == 4", 3), ("x^2^3 == 4", 4),
            ("1.2.3 * x == 4", 1), (".5 * x == 4", 1), ("5. * x == 4", 1), ("x # 2 == 4", 3), ("x == ", 6),
            ("== 3", 1), ("x = = 3", 5), ("x == 3)", 7), ("~out == 3", 1), ("x == 3 x", 8),
        ] as [(String, Int?)]) func saysWhereTextIsNoEquation(text: String, column: Int?) throws
    {
        let error = try #require(throws: EquationError.self) { try Explanation(of: text) }
        #expect(error.column == column, "\(error)")
        #expect(ErrorSentence(error) != nil)
        if let column {
            #expect(error.diagram == text + "\n" + String(repeating: " ", count: column - 1) + "^")
        }
    }

    @Test func refusesWhatIsTooLarge() throws {
        func code(_ text: String) throws -> EquationError.Code {
            try #require(throws: EquationError.self) { try Explanation(of: text) }.code
        }
        #expect(try code("(x^32)^2 == 1") == .degreeTooHigh)
        #expect(try code("((x^32)^32)^32 == 1") == .degreeTooHigh)
        #expect(try code("x*((9^32)^32)^32 == 1") == .numberTooLarge)
        #expect(try code("x == " + String(repeating: "9", count: 100)) == .numberTooLarge)
        #expect(try code("x == " + String(repeating: "9", count: 1000)) == .tooLong)
        let long = (1...70).map { "x + \($0)" }.joined(separator: " + ")
        #expect(try code(long + " == 1") == .tooManyGates)
        let deep = String(repeating: "(", count: 400) + "x" + String(repeating: ")", count: 400)
        #expect(try ExplanationJSON(deep + " == 1").solution?.values == ["x": "1"])
    }

    @Test func readsValues() throws {
        func code(_ text: String...) throws -> EquationError.Code {
            try #require(throws: EquationError.self) {
                var options = Explanation.Options()
                options.assignments = try text.map { try VariableAssignment($0) }
                _ = try Explanation(of: "x + y == 3", options)
            }.code
        }
        for text in ["x", "x=", "=3", "x=y", "x=1/2", "x==3", ""] {
            #expect(try code(text) == .malformedAssignment(text))
        }
        #expect(try code("z=3") == .unknownVariable("z", known: ["x", "y"]))
        #expect(try code("x=3", "x=3") == .repeatedAssignment("x"))
        #expect(try code("x=1", "y=1.5") == .notASolution(value: "2.5", target: "3"))
        let values = try ExplanationJSON("x + y == 3", set: "x = 1.5").solution?.values
        #expect(values == ["x": "3/2", "y": "3/2"])
    }
}

/// The gates that the paper prints.
enum PaperGates {
    static let lines = [
        "sym1 = x × x", "y = sym1 × sym1", "z = 2 × x", "sym2 = y + z", "~out = sym2 + 7",
    ]
}
