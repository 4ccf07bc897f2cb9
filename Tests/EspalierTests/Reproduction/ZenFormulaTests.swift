import Espalier
import Testing

@Suite struct ZenFormulaTests {
    /// The formulas reproduce the figures that the paper prints, and those of ZEN's paper.
    @Test func givePublishedFigures() {
        let paper = ZenFormulas.baseline(widths: [784, 128, 10], positive: 72)
        #expect(paper == PublishedFigures.dense)
        #expect(ZenFormulas.baseline(widths: [784, 128, 10], positive: 55).total == 363_719)
        #expect(ZenFormulas.baseline(widths: [784, 128, 10], positive: 0).total == 363_664)

        let zen = ZenFormulas.optimised(widths: [784, 128, 10])
        #expect(zen.regions.map(\.name) == ["layer1", "relu1", "layer2", "output"])
        #expect(zen.regions.map(\.constraints) == [45_440, 384, 1_786, 18_950])
        #expect(zen.total == 66_560)
        // Weights and image: ZEN prints 4,314 thousand for Pedersen.
        #expect(ZenFormulas.pedersenCommitment(bytes: 102_416) / 1000 == 4_311)
        #expect(ZenFormulas.poseidonCommitment(bytes: 102_416) / 1000 == 1_684)
    }

    @Test func serveDeeperNetworks() {
        let baseline = ZenFormulas.baseline(widths: [5, 4, 3, 2], positive: 6)
        #expect(baseline.regions.map(\.name) == ["layer1", "relu1", "layer2", "relu2", "layer3"])
        #expect(baseline.total == 4 * 1901 + 3 * 1900 + 2 * 1899 + 3 * 7 + 6)
    }
}
