import Espalier
import Testing

@Suite struct HeadlineTests {
    @Test func speaksOfTheSparsestGoodLevel() {
        let report = PruningReport.sample
        #expect(report.headlineLevel?.sparsity == 0.9)
        #expect(report.headlineLevel?.method == .retrained)
        #expect(report.headline.hasPrefix("At 90 % pruning, the private-weight proof has 12.3 %"))
        #expect(report.headline.hasSuffix("In the paper, pruning 50 % leaves 99.995 % of the constraints."))
    }

    @Test func whereAllLosesMuchSpeaksOfTheBest() {
        var report = PruningReport.sample
        report.levels.removeAll { $0.sparsity > 0 && $0.integerAccuracy > 0.96 }
        #expect(report.headlineLevel?.integerAccuracy == 0.9519)
    }

    @Test func withoutLevelsKeepsToThePaper() {
        #expect(
            PruningReport.sample.withoutLevels.headline
                == "In the paper, pruning 50 % leaves 99.995 % of the constraints.")
    }

    @Test func endsBelongToBothMethods() {
        let report = PruningReport.sample
        for method in PruningReport.Method.allCases {
            #expect(report.series(method).map(\.sparsity) == [0, 0.5, 0.8, 0.9, 0.95, 1])
        }
    }

    @Test func paperAddsUp() {
        let dense = PublishedFigures.dense
        #expect(dense.regions.map(\.constraints).reduce(0, +) == dense.total)
        #expect(PublishedFigures.levels.map(\.constraints) == [363_736, 363_719, 363_644])
        // The compiler's formula: m (n + 1896) per layer and 3 per neuron, one more per positive neuron.
        let constant = 128 * (784 + 1896) + 10 * (128 + 1896) + 3 * 128
        #expect(PublishedFigures.levels.map { $0.constraints - constant } == [72, 55, -20])
        #expect(PublishedFigures.misprintNote.contains(NumberText.grouped(constant)))
    }
}
