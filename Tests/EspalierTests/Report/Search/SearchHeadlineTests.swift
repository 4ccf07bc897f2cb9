import Espalier
import Testing

@Suite struct SearchHeadlineTests {
    @Test func speaksOfTheSmallestThatIsAsGoodAsThePaper() throws {
        let report = SearchReport.sample
        let point = try #require(report.headlinePoint)
        let good = report.chosen.filter { $0.accuracy >= 0.9516 }
        #expect(point.constraints.total == good.map(\.constraints.total).min())
        let ratio = 363_736 / Double(point.constraints.total)
        #expect(
            report.headline
                == "\(point.constraints.total) constraints are enough to get "
                + "\(NumberText.accuracy(point.accuracy)) of the test images right: "
                + "\(NumberText.rough(ratio)) times fewer than the 363,736 of the paper, unpruned, "
                + "which had 95.16 %.")
    }

    @Test func withoutChosenOnesSpeaksOfTheFrontier() {
        var report = SearchReport.sample
        for index in report.points.indices {
            report.points[index].targets = []
            report.points[index].testAccuracy = nil
        }
        #expect(report.headline.contains("of the validation images right"))
        #expect(report.frontier.contains { $0.id == report.headlinePoint?.id })
    }

    @Test func withoutFullTrainingSaysSo() {
        #expect(SearchReport.empty.headline == "No candidate has been tried yet.")
        let report = SearchReport.single { $0.budget = 0.5 }
        #expect(report.headline == "None of 1 candidates has had its full training yet.")
    }

    @Test func largerThanPublishedIsNoBoast() {
        let report = SearchReport.single {
            $0.constraints = .init(total: 300_000, regions: [])
            $0.validationAccuracy = 0.9
        }
        #expect(
            report.headline.hasSuffix("right, against 363,736 of the paper, unpruned, which had 95.16 %."))
        var alone = report
        alone.published = []
        #expect(
            alone.headline == "300,000 constraints are enough to get 90.00 % of the validation images right.")
        #expect(SearchReport.single { $0.constraints.total = 0 }.headline.hasPrefix("0 constraints are"))
        #expect(SearchReport.single { $0.constraints.total = 1 }.headline.hasPrefix("1 constraint is"))
    }
}
