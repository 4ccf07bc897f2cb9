import Foundation
import Testing

@Suite struct ExplainCommandTests {
    let tool: CommandLineTool

    init() throws { tool = try #require(CommandLineTool(), "the product espalier stands beside the tests") }

    @Test func printsWhatThereIs() throws {
        let outcome = try tool("explain", "x^3 + x + 5 == 35", "--exact")
        #expect(outcome.status == 0)
        for part in ["sym1 = x × x", "Witness: x = 3", "−13/3", "0, exactly", "made and verified"] {
            #expect(outcome.output.contains(part), "\(part)")
        }
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 110 && $0.last != " " })
    }

    @Test func printsJSONAndNothingElse() throws {
        let outcome = try tool("explain", "x^2 + y^2 == 25", "--set", "y=3", "--json", "--quiet")
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        let explanation = try JSONDecoder().decode(ExplanationJSON.self, from: Data(outcome.output.utf8))
        #expect(explanation.solution?.values == ["x": "4", "y": "3"])
        #expect(explanation.proof != nil)
    }

    @Test func showsWhereTheTextIsWrong() throws {
        let outcome = try tool("explain", "x^4 + 2x == 50")
        #expect(outcome.status == 1 && outcome.output.isEmpty)
        #expect(outcome.complaints.count == 1)
        #expect(outcome.errors.hasPrefix("x^4 + 2x == 50\n       ^\nespalier: column 8: a * is missing here"))
    }

    @Test func refusesWrongArguments() throws {
        for arguments in [
            ["explain"], ["explain", "x == 1", "--digits", "0"], ["explain", "x == 1", "--bits", "65"],
            ["explain", "x == 1", "--set", "y=1"], ["explain", "x == 1", "--set", "x"],
            ["explain", "x == 1", "--set", "x=2"], ["explain", "x == 1", "--curve", "p256"],
        ] {
            let outcome = try tool.run(arguments)
            #expect(outcome.status != 0 && outcome.output.isEmpty, "\(arguments)")
        }
    }

    @Test func explainsWithoutASolutionToo() throws {
        let outcome = try tool("explain", "x^2 == -1", "--no-proof")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("No witness: no real number solves the equation."))
        #expect(!outcome.output.contains("verifier"))
    }
}
