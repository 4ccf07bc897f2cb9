import Espalier
import Testing

@Suite struct TransferReportTests {
    private static func report(_ accuracies: [String: [Double]]) -> TransferReport {
        var report = TransferReport.sample
        report.trials = accuracies.sorted { $0.key < $1.key }.flatMap { method, values in
            values.enumerated().map { seed, value in
                TransferReport.Trial(
                    source: "a", target: "b", method: method, sparsity: 0.9, seed: UInt64(seed),
                    accuracy: value,
                    survivingWeights: 10)
            }
        }
        return report
    }

    @Test func jsonAndCSVReadBack() throws {
        let report = TransferReport.sample
        #expect(try TransferReport(json: report.json()) == report)
        let table = CSVReader(report.csv())
        #expect(table.isWellFormed && table.rows.count == report.trials.count + 1)
        let trials = table.rows.dropFirst().map { row in
            TransferReport.Trial(
                source: row[0], target: row[1], method: row[2], sparsity: Double(row[3]) ?? -1,
                seed: UInt64(row[4]) ?? 0, accuracy: Double(row[5]) ?? -1, survivingWeights: Int(row[6]) ?? -1
            )
        }
        #expect(trials == report.trials)
    }

    @Test func mediansAndSpreads() throws {
        let report = Self.report(["m": [0.5, 0.9, 0.6], "n": [0.4, 0.8]])
        let task = try #require(report.tasks.first)
        let summaries = report.summaries(task, sparsity: 0.9)
        #expect(summaries.map(\.method) == ["m", "n"])
        #expect(abs(summaries[0].median - 0.6) < 1e-12 && abs(summaries[1].median - 0.6) < 1e-12)
        #expect(summaries[0].lowest == 0.5 && summaries[0].highest == 0.9)
        #expect(report.summary(task, method: "m", sparsity: 0.8) == nil)
    }

    @Test(
        arguments: [
            (["m": [0.5, 0.6], "n": [0.7, 0.8]], .clear("n")),
            (["m": [0.5, 0.9, 0.5], "n": [0.7, 0.8, 0.8]], .likely("n")),
            (["m": [0.5], "n": [0.5]], .even), (["m": [0.5, 0.7]], .alone),
        ] as [([String: [Double]], TransferReport.Verdict)])
    func verdicts(accuracies: [String: [Double]], verdict: TransferReport.Verdict) throws {
        let report = Self.report(accuracies)
        #expect(report.verdict(try #require(report.tasks.first), sparsity: 0.9) == verdict)
    }

    @Test func headlines() {
        #expect(
            Self.report(["m": [0.5], "n": [0.7]]).headline
                == "N has the best median in the one comparison; there even its worst seed beats the best of all "
                + "others.")
        #expect(Self.report(["m": [0.5], "n": [0.5]]).headline == "All methods are equally good.")
        #expect(Self.report(["m": [0.5]]).headline == "There is only one method: nothing to compare.")
        #expect(Self.report([:]).headline == "Nothing has been tried yet.")
        #expect(TransferReport.sample.headline.contains("of 10 comparisons"))
    }

    @Test(arguments: PlotLayout.allCases)
    func plotsStayInsideTheFrame(layout: PlotLayout) {
        let strange = [0, 1, -1, 2, Double.nan, .infinity]
        for report in [.sample, Self.report(["m": strange, "n": strange]), Self.report(["m": [0.5]])] {
            for task in report.tasks {
                let plot = TransferPlot(report, task: task, layout: layout)
                let frame = plot.frame
                for place in plot.places {
                    #expect(frame.left...frame.right ~= place.x)
                    #expect(frame.top...frame.bottom ~= place.y)
                }
                #expect(plot.labels.allSatisfy { frame.contains($0.box) })
            }
        }
        let sample = TransferReport.sample
        for task in sample.tasks {
            #expect(
                Set(TransferPlot(sample, task: task, layout: layout).labels.map(\.text))
                    == Set(sample.methods))
        }
    }

    @Test func sparsitiesSpreadByWhatSurvives() {
        let scale = SparsityScale(covering: [0.95, 0.8, 0.9], positions: 0...2)
        #expect(scale.ticks == [0.8, 0.9, 0.95])
        #expect(abs(scale.position(0.9) - 1) < 1e-9)
        #expect(scale.position(0) == 0 && scale.position(1) == 2)
        let full = SparsityScale(covering: [0.5, 1], positions: 0...2)
        #expect(full.position(0.5) == 0 && full.position(1) == 2)
        #expect(SparsityScale(covering: [1], positions: 0...2).position(1) == 1)
        #expect(SparsityScale(covering: [], positions: 0...2).position(0.3) == 1)
    }

    @Test func pageIsWellFormedAndEscaped() {
        let attack = "</p></script><script>alert('x')</script>\"&"
        var report = TransferReport.sample
        report.title = attack
        report.command = attack
        report.setting = [ReportedChoice(attack, attack)]
        for index in report.trials.indices {
            report.trials[index].method += attack
            report.trials[index].source += attack
        }
        for report in [report, .sample, Self.report([:]), Self.report(["m": [0.5, .nan], "n": [.nan]])] {
            let page = MarkupReader(report.html())
            #expect(page.faults == [])
            #expect(page.elements.count { $0.name == "script" } == 1)
        }
    }
}
