import Espalier
import Testing

@Suite struct PruningReportDataTests {
    @Test func jsonReadsBackTheSame() throws {
        let report = PruningReport.sample
        #expect(try PruningReport(json: report.json()) == report)
        #expect(try PruningReport(json: report.withoutLevels.json()) == report.withoutLevels)
    }

    @Test func jsonKeysAreSorted() throws {
        let text = try PruningReport.sample.json()
        let keys = ["architecture", "command", "dataset", "levels", "proof", "seed", "training"]
        let topLevel = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }
        #expect(topLevel.map { $0.split(separator: "\"")[1] }.map(String.init) == keys)
        #expect(try PruningReport.sample.json() == text)
    }

    @Test(arguments: ["\"width\" : 28", "\"height\" : 28"])
    func imagesOfAnotherSizeAreRefused(field: String) throws {
        let text = try PruningReport.sample.json()
        let parts = text.split(separator: field, omittingEmptySubsequences: false)
        try #require(parts.count == 2)
        for wrong in ["27", "-28", "9223372036854775807"] {
            let name = field.split(separator: " ")[0]
            #expect(throws: DecodingError.self) {
                try PruningReport(json: parts.joined(separator: "\(name) : \(wrong)"))
            }
        }
    }

    @Test func csvHasOneRowPerLevel() {
        let report = PruningReport.sample
        let rows = report.csv.split(separator: "\n").map { $0.split(separator: ",") }
        #expect(rows.count == report.levels.count + 1)
        #expect(Set(rows.map(\.count)) == [5 + 2 * 6])
        #expect(rows[0].starts(with: ["sparsity", "method", "surviving_weights"]))
        #expect(rows[7].starts(with: ["0.9", "retrained", "10163", "0.9761", "0.9759", "2340"]))
        let column = rows[0].firstIndex(of: "private.layer1")
        #expect(column.map { rows[7][$0] } == "10520")
    }

    @Test func csvQuotesWhatNeedsIt() {
        var report = PruningReport.sample
        report.levels = [report.levels[0]]
        report.levels[0].embedded.regions = [.init(name: "a \"b\", c", constraints: 3)]
        report.levels[0].private.regions = []
        #expect(
            report.csv == """
                sparsity,method,surviving_weights,float_accuracy,integer_accuracy,\
                embedded.total,"embedded.a ""b"", c",private.total,"private.a ""b"", c"
                0.0,one-shot,101632,0.9784,0.9782,3004,3,105210,

                """)
    }
}
