import Espalier
import Testing

/// The paper's example and those that are like it.
@Suite struct WorkedExampleTests {
    @Test func flattensAsThePaperDoes() throws {
        let paper = try ExplanationJSON("x^4 + 2*x + 7 == 50")
        #expect(paper.lines == PaperGates.lines)
        #expect(paper.wires == ["~one", "x", "sym1", "y", "z", "sym2", "~out"])
        #expect(paper.constraintsWithFreeAdditions == ["x · x = sym1", "sym1 · sym1 = ~out − 2·x − 7"])
        #expect(paper.matrices.a[4] == ["7", "0", "0", "0", "0", "1", "0"])
        #expect(paper.matrices.c[4] == ["0", "0", "0", "0", "0", "0", "1"])
        #expect(paper.polynomials.a[0] == ["27", "-643/12", "833/24", "-107/12", "19/24"])
        #expect(paper.polynomials.b[1] == ["15", "-311/12", "365/24", "-43/12", "7/24"])
        #expect(paper.polynomials.c[4] == ["10", "-39/2", "49/4", "-3", "1/4"])
        #expect(paper.vanishing == ["-120", "274", "-225", "85", "-15", "1"])
    }

    @Test func findsThePapersRoot() throws {
        let paper = try ExplanationJSON("x^4 + 2*x + 7 == 50")
        let solution = try #require(paper.solution)
        #expect(!solution.isExact)
        #expect(solution.realRoots.count == 2)
        #expect(solution.cutWitness?.prefix(3) == ["1", "15521/6250", "240901441/39062500"])
        let text = try Explanation(of: "x^4 + 2*x + 7 == 50").text()
        for printed in ["2.48336 ", "6.16707689", "38.0328374", "4.96672", "42.9995574", "2.483367"] {
            #expect(text.contains(printed), "\(printed)")
        }
    }

    @Test func namesThePapersErrorsAndNoOthers() throws {
        let paper = try #require(try ExplanationJSON("x^4 + 2*x + 7 == 50").paper)
        #expect(paper.parts.map(\.count) == [5, 7, 35, 35, 35, 7, 35, 35, 35])
        for part in paper.parts where part.name != "C" && part.name != "r" {
            #expect(part.differences.isEmpty, "\(part.name)")
        }
        let c = try #require(paper.parts.first { $0.name == "C" }?.differences)
        #expect(c.map(\.place) == ["row 5, sym2"])
        #expect(c.map(\.printed) == ["1"] && c.map(\.correct) == ["0"])
        let r = try #require(paper.parts.first { $0.name == "r" }?.differences)
        #expect(r.map(\.place) == ["sym2"])
        #expect(r.map(\.printed) == [nil] && r.map(\.correct) == ["42.9995574"])
        #expect(paper.violatedRows.count == 1)
        #expect(try ExplanationJSON("x^4 + 2*x + 7 == 51").paper == nil)
    }

    @Test func dividesWithoutRemainder() throws {
        for (equation, gates) in [("x^3 + x + 5 == 35", 4), ("x^2 + y^2 == 25", 3), ("(2*x - 1)^2 == 0", 3)] {
            let explanation = try ExplanationJSON(equation)
            #expect(explanation.gates.count == gates)
            #expect(try #require(explanation.check).remainder.isEmpty)
            #expect(try #require(explanation.solution).isExact)
        }
    }

    @Test func eachColumnIsInterpolated() throws {
        let explanation = try ExplanationJSON("x^3*y - 0.5*y + 3 == 10")
        let pairs = [
            (explanation.matrices.a, explanation.polynomials.a),
            (explanation.matrices.b, explanation.polynomials.b),
            (explanation.matrices.c, explanation.polynomials.c),
        ]
        for (rows, polynomials) in pairs {
            for (wire, coefficients) in polynomials.enumerated() {
                for (index, row) in rows.enumerated() {
                    let point = Double(index + 1)
                    let value = coefficients.reversed().reduce(0) { $0 * point + Self.number($1) }
                    #expect(abs(value - Self.number(row[wire])) < 1e-6)
                }
            }
        }
    }

    @Test(arguments: [
        ("x == 5", ["x · ~one = ~out"]), ("2*x^2 == 8", ["x · x = 0.5·~out"]),
        ("x^2 + y^2 == 25", ["x · x = z", "y · y = ~out − z"]),
        ("(x + 1)*(y - 2.5) == 4", ["(x + 1) · (y − 2.5) = ~out"]),
        ("x*y - x*y + x == 4", ["x · y = z", "x · ~one = ~out"]),
    ]) func countsWithFreeAdditions(equation: String, constraints: [String]) throws {
        #expect(try ExplanationJSON(equation).constraintsWithFreeAdditions == constraints)
    }

    @Test func longEquationsAreSumsOfWires() throws {
        let terms = (1...20).map { "\($0)*x^\($0)" }.joined(separator: " + ")
        let text = try Explanation(of: terms + " == 210", Self.withoutProof).text()
        #expect(text.contains("Witness: x = 1"))
        #expect(text.contains("0, exactly"))
        #expect(text.contains("--json"))
    }

    static let withoutProof: Explanation.Options = {
        var options = Explanation.Options()
        options.isProved = false
        return options
    }()

    static func number(_ text: String) -> Double {
        let parts = text.split(separator: "/").compactMap { Double($0) }
        return parts.count == 2 ? parts[0] / parts[1] : parts[0]
    }
}
