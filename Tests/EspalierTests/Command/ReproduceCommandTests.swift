import Espalier
import Testing

@Suite struct ReproduceCommandTests {
    @Test func refusesWhatItCannotDoInOneSentence() throws {
        let tool = try #require(CommandLineTool(), "the product espalier stands beside the tests")
        let directory = try ScratchDirectory()
        #expect(try tool("reproduce", "--check", "0").status != 0)
        #expect(try tool("reproduce", "--epochs", "0").status != 0)
        let outcome = try tool(
            "reproduce", "--data", "digits", "--quiet", "--test-image", "99999999", "--csv",
            directory("tables.csv"))
        #expect(outcome.status == 1 && outcome.output.isEmpty)
        #expect(outcome.complaints.count == 1)
        #expect(directory.names.isEmpty)
        #expect(try tool("reproduce", "--data", "digits", "--csv", directory.path).status == 1)
    }
}
