import Espalier
import Foundation
import Testing

@Suite struct SearchReportDataTests {
    @Test func jsonReadsBackTheSame() throws {
        let report = SearchReport.sample
        #expect(try SearchReport(json: report.json()) == report)
        #expect(try SearchReport(json: SearchReport.empty.json()) == .empty)
        #expect(try report.json() == report.json())
    }

    @Test func filtersAreOneText() throws {
        var report = SearchReport.empty
        let layer = SearchReport.ImageLayer(
            name: "layer1", width: 2, height: 2, rows: [[3, -1, 0, 5]], mask: [[true, true, true, false]])
        report.networks = [.init(point: "a", layers: [layer], rectifiers: [])]
        let text = try report.json()
        #expect(text.contains("\"3 -1 0 .\""))
        #expect(try SearchReport(json: text) == report)
        for wrong in ["3 -1 0", "3 -1 0 . .", "3 -1 0 x", "3 -1 0 1.5"] {
            #expect(throws: DecodingError.self) {
                try SearchReport(json: text.replacing("3 -1 0 .", with: wrong))
            }
        }
        for wrong in ["-2", "9223372036854775807"] {
            #expect(throws: DecodingError.self) {
                try SearchReport(json: text.replacing("\"width\" : 2", with: "\"width\" : \(wrong)"))
            }
        }
    }

    @Test func compiledLayersBecomePictures() {
        let linear = IntegerLinear(
            outputCount: 2, inputCount: 2, weights: [3, 0, -4, 5], biases: [0, 0], weightBits: 8, biasBits: 8)
        let plain = SearchReport.ImageLayer(name: "layer1", width: 2, height: 1, linear: linear)
        #expect(plain.filters.map(\.weights) == [[3, nil], [-4, 5]])
        let masked = SearchReport.ImageLayer(
            name: "layer1", width: 1, height: 2, linear: linear, mask: [true, true, false, true])
        #expect(masked.filters.map(\.weights) == [[3, 0], [nil, 5]])
    }

    @Test func csvHasEveryPoint() throws {
        let report = SearchReport.sample
        let table = CSVReader(report.csv())
        #expect(table.isWellFormed)
        #expect(table.rows.count == report.points.count + 1)
        #expect(Set(table.rows.map(\.count)).count == 1)
        #expect(table.column("id") == report.points.map(\.id))
        #expect(
            table.column("validation_accuracy")?.map { Double($0) } == report.points.map(\.validationAccuracy)
        )
        #expect(table.column("test_accuracy")?.map { Double($0) } == report.points.map(\.testAccuracy))
        #expect(table.column("class_constraints")?.map { Int($0) } == report.points.map(\.classConstraints))
        #expect(table.column("constraints")?.map { Int($0) } == report.points.map(\.constraints.total))
        #expect(table.column("config.window bits") == report.points.map { $0.value(of: "window bits") ?? "" })
        #expect(
            table.column("constraints.relu1")?.map { Int($0) }
                == report.points.map { $0.constraints.count(of: "relu1") })
        #expect(table.column("command") == report.points.map { $0.commands.joined(separator: " && ") })
        let best = try #require(table.column("on_frontier")).enumerated().filter { $0.element == "true" }
        #expect(Set(best.map { report.points[$0.offset].id }) == Set(report.frontier.map(\.id)))
    }

    @Test func csvQuotesWhatNeedsIt() {
        var report = SearchReport.empty
        let hostile = "a,\"b\"\nc\r\n"
        var point = SearchReport.sample.points[0]
        point.id = hostile
        point.configuration = [ReportedChoice(hostile, hostile)]
        point.commands = [hostile]
        point.targets = [hostile]
        report.points = [point]
        let table = CSVReader(report.csv())
        #expect(table.isWellFormed)
        #expect(table.column("id") == [hostile])
        #expect(table.column("config." + hostile) == [hostile])
        #expect(table.column("command") == [hostile])
    }

    @Test func missingChoicesAreEmpty() {
        var report = SearchReport.sample
        report.points[3].configuration.removeFirst()
        report.points[4].configuration.append(ReportedChoice("teacher", "a.onnx"))
        let table = CSVReader(report.csv())
        #expect(table.column("config.hidden")?[3] == "")
        #expect(table.column("config.teacher")?.prefix(5) == ["", "", "", "", "a.onnx"])
        #expect(report.differingChoices.contains("teacher") && report.differingChoices.contains("hidden"))
    }

    @Test func choicesAreSharedOrDiffer() {
        let report = SearchReport.sample
        #expect(report.commonChoices.map(\.name) == ["boxes", "epochs"])
        #expect(report.differingChoices == ["hidden", "window bits", "input bits", "skip", "sparsity"])
    }

    @Test func filesStandTogether() throws {
        let directory = NSTemporaryDirectory() + "search-report-\(UInt64.random(in: 0 ... .max))"
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let report = SearchReport.sample
        try report.write(to: directory)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
                == ["points.csv", "report.html", "report.json"])
        let csv = try String(contentsOfFile: directory + "/points.csv", encoding: .utf8)
        #expect(csv == report.csv())
        var broken = report
        broken.points[0].seconds = .nan
        broken.title = "broken"
        #expect(throws: EncodingError.self) { try broken.write(to: directory) }
        let page = try String(contentsOfFile: directory + "/report.html", encoding: .utf8)
        #expect(page == report.html())
    }
}
