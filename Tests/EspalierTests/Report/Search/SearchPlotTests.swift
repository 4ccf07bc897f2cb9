import Espalier
import Testing

@Suite struct SearchPlotTests {
    /// Reports whose plots could go wrong.
    static var reports: [SearchReport] {
        let numbers = [0, 0.1, 0.999, 1, -1, 2, Double.nan, .infinity, -.infinity]
        let counts = [0, 1, 10, 500_000, 100_000_000_000, Int.max]
        var reports = [SearchReport.sample, .empty]
        for accuracy in numbers {
            reports.append(
                .single {
                    $0.validationAccuracy = accuracy
                    $0.testAccuracy = accuracy
                    $0.targets = ["a"]
                })
        }
        for count in counts {
            reports.append(
                .single {
                    $0.constraints = .init(total: count, regions: [])
                    $0.targets = ["a target"]
                })
            var report = SearchReport.sample
            report.published = [.init(name: "others", accuracy: 0.97, constraints: count)]
            reports.append(report)
        }
        var report = SearchReport.sample
        report.published = []
        report.points[7].validationAccuracy = 0.1
        report.points[8].constraints.total = 1_000_000
        reports.append(report)
        return reports
    }

    @Test(arguments: PlotLayout.allCases)
    func pointsStayInsideTheFrame(layout: PlotLayout) {
        for report in Self.reports {
            let plot = SearchPlot(report, layout: layout)
            let frame = plot.frame
            for place in plot.places {
                #expect(frame.left...frame.right ~= place.x)
                #expect(frame.top...frame.bottom ~= place.y)
            }
            #expect(plot.labels.allSatisfy { frame.contains($0.box) })
            for (index, label) in plot.labels.enumerated() {
                #expect(!plot.labels[..<index].contains { $0.box.intersects(label.box) })
            }
            _ = plot.svg.rendered()
        }
    }

    @Test(arguments: PlotLayout.allCases)
    func targetsAndThePaperAreLabelled(layout: PlotLayout) {
        let report = SearchReport.sample
        let texts = SearchPlot(report, layout: layout).labels.map(\.text)
        #expect(texts.contains("the paper"))
        for point in report.chosen {
            #expect(
                texts.contains(point.targets.joined(separator: " · ")) || texts.contains(point.targets[0]))
        }
    }

    @Test func frontierIsAStaircase() throws {
        let plot = SearchPlot(.sample, layout: .wide)
        #expect(plot.steps.count == 2 * SearchReport.sample.frontier.count)
        for (start, end) in zip(plot.steps, plot.steps.dropFirst()) {
            #expect(start.x == end.x || start.y == end.y)
            #expect(start.x <= end.x && start.y >= end.y)
        }
    }

    @Test func candidatesLeadToTheirRows() {
        let page = MarkupReader(SearchReport.sample.html())
        let rows = Set(page.elements.compactMap { $0.name == "tr" ? $0.attributes["id"] : nil })
        #expect(rows.count == SearchReport.sample.points.count)
        let links = page.elements.compactMap { $0.name == "a" ? $0.attributes["href"] : nil }
        let inside = links.filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
        #expect(Set(inside) == rows)
        #expect(inside.count == PlotLayout.allCases.count * rows.count)
    }

    @Test func keyboardStopsAtNotableCandidatesOnly() {
        let report = SearchReport.sample
        let links = MarkupReader(report.html()).elements.filter {
            $0.attributes["href"]?.hasPrefix("#") == true && $0.attributes["tabindex"] == nil
        }
        let notable = Set(report.frontier.map(\.id)).union(report.chosen.map(\.id))
        #expect(links.count == PlotLayout.allCases.count * notable.count)
    }
}
