import Espalier
import Testing

@Suite struct EquationSolvingTests {
    @Test(arguments: [
        ("x^3 + x + 5 == 35", ["3"]), ("x^2 - 3*x + 2 == 0", ["1", "2"]), ("x^2 == 0", ["0"]),
        ("(x - 1)^2*(x + 2)^3 == 0", ["-2", "1"]), ("x^3 == -27", ["-3"]), ("4*x^2 == 1", ["-1/2", "1/2"]),
        ("0.1*x == 0.03", ["3/10"]), ("x^2 - 1000001*x + 1000000 == 0", ["1", "1000000"]),
        ("(3*x - 1)*(7*x + 5)*(x - 2) == 0", ["-5/7", "1/3", "2"]), ("x^32 == 4294967296", ["-2", "2"]),
        ("x^31 == 0", ["0"]), ("0*x == 0", []),
    ]) func findsAllRationalRoots(equation: String, roots: [String]) throws {
        let solution = try #require(try ExplanationJSON(equation).solution)
        #expect(solution.isExact)
        #expect(solution.realRoots == roots)
    }

    @Test(
        arguments: [
            ("x^2 == 2", [-1.4142135623730951, 1.4142135623730951]),
            ("x^3 - 2*x == 1", [-1, -0.6180339887498949, 1.618033988749895]),
            ("x^5 - x == 1", [1.1673039782614187]),
            (
                "(x^2 - 2)^2*(x^2 - 3) == 0",
                [-1.7320508075688772, -1.4142135623730951, 1.4142135623730951, 1.7320508075688772]
            ),
            (
                "(x^2 - 2)*(x^2 - 2.000001) == 0",
                [-1.4142139159264414, -1.4142135623730951, 1.4142135623730951, 1.4142139159264414]
            ),
            ("1000000*x^2 == 3", [-0.0017320508075688772, 0.0017320508075688772]),
            ("x^2 == 10^20*10^20 + 1", [-1e20, 1e20]),
        ] as [(String, [Double])]) func findsAllRealRoots(equation: String, roots: [Double]) throws
    {
        let found = try #require(try ExplanationJSON(equation).solution).realRoots
        try #require(found.count == roots.count)
        for (text, root) in zip(found, roots) {
            #expect(abs(WorkedExampleTests.number(text) - root) <= 1e-14 * abs(root))
        }
    }

    @Test func aRootCutShortIsOfItsOwnDigits() throws {
        var options = WorkedExampleTests.withoutProof
        options.digits = 30
        let text = try Explanation(of: "x^2 == 2", options).text()
        #expect(text.contains("1.4142135623730950488016887242…"))
    }

    @Test func saysThatThereIsNoRoot() throws {
        for equation in ["x^2 == -1", "x^0 == 2", "x^4 + x^2 + 1 == 0.5"] {
            let explanation = try ExplanationJSON(equation)
            #expect(explanation.solution == nil && explanation.check == nil)
            #expect(explanation.noSolution == "no real number solves the equation")
            #expect(!explanation.matrices.a.isEmpty)
            #expect(try Explanation(of: equation).text().contains("No witness: no real number"))
        }
    }

    @Test(
        arguments: [
            ("x^2 + y^2 == 25", ["x": "3", "y": "4"]),
            ("x^2 + y^2 + z^2 == 14", ["x": "1", "y": "2", "z": "3"]),
            ("x*y == -6", ["x": "2", "y": "-3"]), ("x^2 - 2*y^2 == 1", ["x": "1", "y": "0"]),
            ("0.5*x + y == 0.25", nil), ("x^2 + y^2 == 2.25", nil),
        ] as [(String, [String: String]?)]) func searchesSmallIntegers(
            equation: String, values: [String: String]?
        ) throws
    {
        let solution = try #require(try ExplanationJSON(equation).solution)
        if let values {
            #expect(solution.values == values)
        } else {
            #expect(solution.isExact && !solution.values.values.allSatisfy { !$0.contains("/") })
        }
    }

    @Test func solvesForWhatIsNotGiven() throws {
        let given = try ExplanationJSON("x^2 + y^2 == 25", set: "y=-3")
        #expect(given.solution?.values == ["x": "4", "y": "-3"])
        #expect(given.solution?.realRoots == ["-4", "4"])
        let real = try ExplanationJSON("x^2 + y^2 == 25", set: "y=1")
        #expect(real.solution?.isExact == false)
        let none = try ExplanationJSON("x^2 + y^2 == -1")
        #expect(none.solution == nil)
        #expect(try #require(none.noSolution).contains("--set"))
    }
}
