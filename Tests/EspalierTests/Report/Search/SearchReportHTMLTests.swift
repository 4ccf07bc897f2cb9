import Espalier
import Testing

@Suite struct SearchReportHTMLTests {
    @Test func isWellFormed() {
        for report in SearchPlotTests.reports {
            #expect(MarkupReader(report.html()).faults == [])
        }
        #expect(SearchReport.sample.html() == SearchReport.sample.html())
    }

    @Test func asksForNothingElse() {
        expectNoRequests(SearchReport.sample.html(), files: ["points.csv", "report.json"])
        expectNoRequests(TransferReport.sample.html(), files: ["trials.csv", "report.json"])
    }

    private func expectNoRequests(_ html: String, files: Set<String>) {
        for request in ["http:", "https:", "@import", "url(", "fetch(", "XMLHttpRequest", "import("] {
            #expect(!html.contains(request))
        }
        let page = MarkupReader(html)
        #expect(!page.elements.contains { ["link", "iframe", "object", "embed", "form"].contains($0.name) })
        for element in page.elements {
            if let source = element.attributes["src"] {
                #expect(element.name == "img" && source.hasPrefix("data:image/png;base64,"))
            }
            if let reference = element.attributes["href"] {
                #expect(element.name == "a" && (reference.hasPrefix("#") || files.contains(reference)))
            }
            #expect(!element.attributes.keys.contains { $0.hasPrefix("on") })
        }
        #expect(page.elements.count { $0.name == "script" } == 1)
        let policy = page.elements.compactMap { $0.attributes["content"] }.first {
            $0.contains("default-src")
        }
        #expect(policy?.hasPrefix("default-src 'none'; style-src 'unsafe-inline'; img-src data:; ") == true)
        #expect(policy?.contains("script-src 'sha256-") == true)
    }

    @Test func textIsEscaped() {
        let attack = "</p></script><script>alert('x')</script><img src=x onerror=alert(1)>\"&\u{0}"
        var report = SearchReport.sample
        report.title = attack
        report.dataset.name = attack
        report.setting = [ReportedChoice(attack, attack)]
        report.failures = [.init(reason: attack, count: 1)]
        report.command = attack
        report.published = [.init(name: attack, accuracy: 0.9, constraints: 5)]
        for index in report.points.indices {
            report.points[index].id += attack
            report.points[index].configuration.append(ReportedChoice(attack, "\(index)" + attack))
            report.points[index].constraints.regions[0].name = attack
            report.points[index].commands = [attack]
            if !report.points[index].targets.isEmpty { report.points[index].targets = [attack] }
        }
        for index in report.networks.indices {
            report.networks[index].point += attack
            report.networks[index].layers[0].name = attack
            report.networks[index].rectifiers[0].name = attack
        }
        let page = MarkupReader(report.html())
        #expect(page.faults == [])
        #expect(page.elements.count { $0.name == "script" } == 1)
        #expect(page.elements.filter { $0.name == "img" }.allSatisfy { $0.attributes["onerror"] == nil })
        let shown = attack.replacing("\u{0}", with: "\u{FFFD}")
        #expect(page.text.split(separator: shown, omittingEmptySubsequences: false).count > 200)
    }

    @Test func showsTheNumbers() {
        let report = SearchReport.sample
        let text = MarkupReader(report.html()).text.replacing("\u{A0}", with: " ")
        #expect(text.contains(report.headline))
        #expect(text.contains(report.command))
        for point in report.chosen {
            #expect(text.contains(NumberText.constraints(point.constraints.total)))
            #expect(text.contains(NumberText.accuracy(point.accuracy)))
            #expect(point.commands.allSatisfy(text.contains))
            #expect(text.contains(NumberText.accuracy(Tuning.median(point.seedTestAccuracies))))
            #expect(text.contains(NumberText.grouped(point.classConstraints!)))
        }
        #expect(text.contains("2 candidates came to nothing: loss: holds an infinity or NaN"))
    }

    @Test func partsMayBeMissing() {
        var report = SearchReport.sample
        report.networks = []
        report.published = []
        report.setting = []
        #expect(MarkupReader(report.html()).faults == [])
        report.points.removeAll { !$0.targets.isEmpty }
        #expect(MarkupReader(report.html()).faults == [])
        var strange = SearchReport.single { $0.targets = ["a"] }
        strange.networks = [
            .init(
                point: strange.points[0].id,
                layers: [
                    .init(name: "none", width: 0, height: 0, filters: [.init(weights: [])]),
                    .init(name: "one", width: 1, height: 1, filters: [.init(weights: [.min])]),
                    .init(name: "no rows", width: 28, height: 28, filters: []),
                ],
                rectifiers: [
                    .init(name: "none", windowBits: []), .init(name: "far", windowBits: [.min, 0, 1, .max]),
                ])
        ]
        #expect(MarkupReader(strange.html()).faults == [])
    }

    @Test func staysSmall() {
        var numbers = SampleNumbers()
        var report = SearchReport.sample
        report.networks = []
        let size = report.html().utf8.count
        report.networks = [
            .init(
                point: report.chosen[0].id,
                layers: [
                    SearchReport.layer("layer1", rows: 38, &numbers),
                    SearchReport.layer("skip", rows: 10, &numbers),
                ], rectifiers: [])
        ]
        #expect(report.html().utf8.count < size + 60_000)
        report.points = (0..<600).map { index in
            var point = SearchReport.sample.points[index % SearchReport.sample.points.count]
            point.id = "candidate-\(index)"
            return point
        }
        #expect(report.html().utf8.count < 1_000_000)
    }

    @Test func barsCoverTheTotal() {
        let names = ["a", "b"]
        for (regions, total) in [([3, 4], 7), ([3, 4], 10), ([0, 0], 0), ([], 5)] {
            let constraints = PruningReport.Constraints(
                total: total, regions: zip(names, regions).map { .init(name: $0, constraints: $1) })
            let bar = ConstraintBar(title: "", constraints: constraints, names: names, largest: 10)
            #expect(bar.parts.map(\.constraints).reduce(0, +) == total)
            let width = bar.parts.map(bar.width).reduce(0, +)
            #expect(abs(width - Double(10 * total)) < 1e-9)
        }
        for point in SearchReport.sample.points {
            #expect(point.constraints.regions.map(\.constraints).reduce(0, +) == point.constraints.total)
        }
    }

    @Test func windowsAreCounted() {
        let histogram = WindowHistogram(.init(name: "relu1", windowBits: [0, 8, 6, 8, 0, 0]))
        #expect(
            histogram.classes
                == [
                    .init(bits: 0, neurons: 3), .init(bits: 6, neurons: 1), .init(bits: 7, neurons: 0),
                    .init(bits: 8, neurons: 2),
                ])
        #expect(WindowHistogram(.init(name: "", windowBits: [])).classes.isEmpty)
        #expect(WindowHistogram(.init(name: "", windowBits: [1, .max])).classes.count == 2)
    }
}
