import Espalier
import Foundation
import Testing

@Suite struct SweepTests {
    let directory: ScratchDirectory

    init() throws { directory = try ScratchDirectory() }

    /// A sweep tries all of a grid, and its report and table say so.
    @Test func sweepsTryEverything() throws {
        let grid = try RecipeGrid(
            json: Array(
                """
                {"hidden": [2, 5], "windowBits": [4, 7], "sparsity": 0, "epochs": 2, "roundedEpochs": [1, 3]}
                """.utf8))
        let log = try SmallSearch.log(directory("sweep"))
        let chosen = try Sweep(log, over: grid, seeds: 2).run()
        #expect(log.trials.count == 16)
        #expect(log.trials.prefix(8).map(\.plan.recipe) == grid.recipes)
        let first = log.trials.prefix(8)
        let frontier = first.filter { trial in !first.contains { Ranking.dominates($0, trial) } }
        #expect(chosen.map { $0.trials.map(\.plan.recipe)[0] } == frontier.map(\.plan.recipe))
        #expect(chosen.allSatisfy { $0.trials.count == 2 })

        let report = try SearchReport(log, chosen: chosen, title: "A sweep", command: "espalier sweep")
        #expect(report.points.map(\.id) == log.trials.map(\.id))
        #expect(report.points.count { $0.testAccuracy != nil } == 2 * chosen.count)
        #expect(report.networks.map(\.point) == chosen.map { $0.trials[0].id })
        #expect(report.dataset.trainingImages == 280 && report.dataset.validationImages == 120)
        for (point, trial) in zip(report.points, log.trials) {
            #expect(point.constraints == trial.result?.constraints && point.seed == trial.plan.seed)
            #expect(point.commands.count == 3 && point.value(of: "boxes") == "no")
        }
        let table = SearchTable(chosen, log.setting)
        #expect(table.rows.map(\.constraints) == table.rows.map(\.constraints).sorted())
        let lines = table.text().split(separator: "\n")
        #expect(table.rows.allSatisfy { row in lines.count { $0.contains(row.trial) } == 1 })

        try report.write(to: directory("sweep"))
        let names = try FileManager.default.contentsOfDirectory(atPath: directory("sweep"))
        #expect(Set(names).isSuperset(of: ["report.html", "report.json", "points.csv", "trials.jsonl"]))
        let rows = String(decoding: try ArtifactFile.read(directory("sweep/points.csv")), as: UTF8.self)
        #expect(CSVReader(rows).rows.count == 17)
    }

    @Test func sweepsRefuseWhatDoesNotFit() throws {
        let grid = try RecipeGrid(json: Array(#"{"shift": [0, 9]}"#.utf8))
        let log = try SmallSearch.log(directory("sweep"))
        #expect(throws: RecipeGridError.flaw("shift takes 0 … 8")) { try Sweep(log, over: grid) }
    }
}
