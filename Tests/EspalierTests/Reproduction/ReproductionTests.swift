import Espalier
import Foundation
import Testing

@Suite struct ReproductionTests {
    /// A run on drawn digits with a network that is as small as it gets.
    static let small = Result {
        var options = Reproduction.Options()
        options.dataset = DrawnDigits.name
        options.hidden = [4]
        options.training.epochs = 1
        options.sparsities = [0, 0.5, 1]
        options.retrainedSparsities = []
        options.checkedImages = 3
        return try Reproduction(options).run()
    }

    private func total(_ circuit: String, _ level: ReproductionReport.Level) throws -> Int {
        try #require(level.counts.first { $0.circuit == circuit }).constraints.total
    }

    @Test func compilesChecksAndAuditsEveryCircuitOfEveryLevel() throws {
        let report = try Self.small.get()
        #expect(report.widths == [784, 4, 10])
        #expect(report.levels.map(\.sparsity) == [0, 0.5, 1])
        for level in report.levels {
            #expect(level.counts.map(\.circuit) == report.circuits.map(\.name))
            for count in level.counts {
                #expect(count.checkedImages == 3 && count.determinedWires > 0)
                #expect(
                    count.constraints.total == count.constraints.regions.reduce(0) { $0 + $1.constraints })
                #expect(count.sha256.count == 64)
            }
        }
    }

    @Test func pruningPaysWhereTheMaskIsFollowedAndNowhereElse() throws {
        let levels = try Self.small.get().levels
        for (index, circuit) in try Self.small.get().circuits.enumerated() {
            let hashes = Set(levels.map { $0.counts[index].sha256 })
            let totals = levels.map { $0.counts[index].constraints.total }
            if ["zen-plain", "zen-grouped", "zen-stranded"].contains(circuit.name) {
                #expect(hashes.count == 1 && Set(totals).count == 1)
            } else {
                #expect(totals[0] >= totals[1] && totals[1] > totals[2])
            }
        }
        #expect(try total("zen-grouped", levels[0]) >= total("zen-grouped-masked", levels[0]))
        #expect(try total("zen-stranded", levels[0]) < total("zen-grouped", levels[0]))
        #expect(try total("espalier-embedded", levels[0]) < total("espalier-private", levels[0]))
    }

    @Test func countsPositiveNeurons() throws {
        let levels = try Self.small.get().levels
        let dense = levels[0].positiveNeurons
        #expect(dense.minimum <= dense.median && dense.median <= dense.maximum && dense.maximum <= 4)
        #expect((dense.minimum...dense.maximum).contains(dense.onTestImage))
        // Without weights nothing is positive, and all logits are equal.
        #expect(levels[2].positiveNeurons.maximum == 0)
        #expect(levels[2].affineAccuracy == levels[2].integerAccuracy)
    }

    @Test func tablesHaveARowForEveryLevelAndAColumnForEveryCircuit() throws {
        var report = try Self.small.get()
        let text = report.text()
        for circuit in report.circuits { #expect(text.contains(circuit.heading)) }
        #expect(text.contains("Table 1") && text.contains("Table 2"))
        #expect(!text.contains("363,736"), "the paper's figures are another network's")
        #expect(report.circuitTable().rows.count == 3 && report.formulaTable().rows.count == 3)
        report.widths = [784, 128, 10]
        let theirs = report.text()
        for figure in ["343,040", "20,240", "363,736", "363,719", "363,644", "363,664", "66,560", "95.16 %"] {
            #expect(theirs.contains(figure), "\(figure)")
        }
    }

    @Test func dataAreComplete() throws {
        let report = try Self.small.get()
        let lines = report.csv.split(separator: "\n")
        #expect(lines[0] == "source,circuit,sparsity,method,accuracy,region,constraints")
        #expect(lines.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 7 })
        for circuit in report.circuits {
            #expect(lines.count { $0.hasPrefix("compiled,\(circuit.name),") && $0.contains(",total,") } == 3)
        }
        let data = try JSONEncoder().encode(report)
        #expect(try JSONDecoder().decode(ReproductionReport.self, from: data) == report)
    }

    @Test func refusesAnImageThatThereIsNot() throws {
        var options = Reproduction.Options()
        options.dataset = DrawnDigits.name
        options.testImage = 1_000_000
        #expect(throws: ImageIndexError.self) { try Reproduction(options).run() }
    }
}
