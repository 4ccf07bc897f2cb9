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
        options.blockSparsities = []
        options.checkedImages = 3
        return try Reproduction(options).run()
    }

    private func total(_ circuit: String, _ level: ReproductionReport.Level) throws -> Int {
        try constraints(circuit, level).total
    }

    private func constraints(
        _ circuit: String, _ level: ReproductionReport.Level
    ) throws -> PruningReport.Constraints {
        try #require(level.counts.first { $0.circuit == circuit }).constraints
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

    @Test func committingCostsNoConstraintOfItsOwn() throws {
        for level in try Self.small.get().levels {
            let committed = try constraints("espalier-committed", level)
            // The first layer is free as it is with constants; so is the rectifier's window, once published.
            #expect(committed.count(of: "layer1") ?? 0 == 0)
            #expect(
                committed.count(of: "relu1")
                    == (try constraints("espalier-embedded", level)).count(of: "relu1"))
            #expect(committed.total <= (try total("espalier-private", level)))
            let plain = try constraints("espalier-committed-hidden-plain", level)
            let packed = try constraints("espalier-committed-hidden-packed", level)
            // Eight bits for each pixel that a weight reads.
            let bits = try #require(plain.count(of: "input"))
            #expect(bits == packed.count(of: "input") && bits % 8 == 0 && bits <= 784 * 8)
            #expect(plain.count(of: "relu1") == packed.count(of: "relu1"))
            #expect(packed.total <= plain.total)
        }
    }

    /// Logits that share products follow only from the ranges that the verifier checks: a prover adds 1 to one of
    /// them and takes it from another (`CommittedCircuitTests.uncheckedRow`).
    @Test func refusesCircuitsOfWhichItsOwnAuditProvesNothing() throws {
        let images = DrawnDigits.standard(trainCount: 100, testCount: 10).test
        let network = try Network.trained(on: images, hidden: [4], options: .init(epochs: 1))
        let integer = try network.quantized(calibratedOn: images).network
        let compiled: CompiledNetwork<BN254.ScalarField> = try integer.compiled(
            CompileOptions(weights: .committed))
        let count = try ReproductionCount(
            "ranges", CheckableCircuit(compiled, of: integer), on: images, progress: { _, _ in })
        #expect(count.determinedWires > 0)
        let unranged = CheckableCircuit(compiled.circuit) { images, done in
            try compiled.check(against: integer, on: images, progress: done)
        }
        let error = #expect(throws: ReproductionError.self) {
            try ReproductionCount("no ranges", unranged, on: images, progress: { _, _ in })
        }
        guard case .ambiguous("no ranges", _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    /// With one hidden layer of as many rows as a block, all of them have the same mask, and rows that share
    /// products lose every product that any of them loses.
    @Test func blocksSavePackedProducts() throws {
        var options = Reproduction.Options()
        options.dataset = DrawnDigits.name
        options.hidden = [8]
        options.blockRows = 8
        options.training.epochs = 1
        options.sparsities = [0]
        options.checkedImages = 2
        let report = try Reproduction(options).run()
        #expect(report.levels.map(\.method) == [.oneShot, .retrained, .blockRetrained])
        let products = try report.levels.map {
            try constraints("espalier-committed-hidden-packed", $0).count(of: "layer1") ?? 0
        }
        #expect(products[1] < products[0] && products[2] < products[1] / 2)
        let text = report.notes()
        for figure in products { #expect(text.contains(NumberText.grouped(figure))) }
        #expect(text.contains("group of 8 rows"))
        #expect(report.csv.contains("compiled,espalier-committed-hidden-packed,0.9,block-retrained,"))
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
        #expect(report.formulaTable().rows.count == 3)
        for arithmetic in ReproductionCircuit.Arithmetic.allCases {
            #expect(report.circuitTable(arithmetic).rows.count == 3)
        }
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 120 })
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
