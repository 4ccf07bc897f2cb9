import Espalier
import Foundation
import Testing

/// The course of a search, and what it chooses.
@Suite struct TuningTests {
    let directory: ScratchDirectory

    init() throws { directory = try ScratchDirectory() }

    private func tuning(
        _ name: String, brackets: Int = 1, candidates: Int = 6, targets: [SearchTarget] = [], seeds: Int = 1,
        seed: UInt64 = 1
    ) throws -> (log: TrialLog, tuning: Tuning) {
        let log = try SmallSearch.log(directory(name), seed: seed)
        let options = Tuning.Options(
            brackets: brackets, candidates: candidates, targets: targets, seeds: seeds)
        return (log, Tuning(log, in: SmallSearch.space(), options))
    }

    private func timeless(_ chosen: [Tuning.Chosen]) -> [Tuning.Chosen] {
        chosen.map {
            Tuning.Chosen(
                targets: $0.targets, trials: $0.trials.map(\.timeless), testAccuracies: $0.testAccuracies,
                classConstraints: $0.classConstraints)
        }
    }

    @Test func twiceTheSame() throws {
        func course(_ name: String, seed: UInt64 = 1) throws -> (log: TrialLog, tuning: Tuning) {
            try tuning(name, brackets: 2, candidates: 3, seed: seed)
        }
        let (first, second) = (try course("first"), try course("second"))
        let (chosen, again) = (try first.tuning.run(), try second.tuning.run())
        #expect(!chosen.isEmpty && timeless(chosen) == timeless(again))
        #expect(first.log.trials.map(\.timeless) == second.log.trials.map(\.timeless))
        for (one, other) in zip(chosen, again) {
            #expect(
                try first.log.network(of: one.trials[0]) == second.log.network(of: other.trials[0]))
        }
        let third = try course("third", seed: 2)
        _ = try third.tuning.run()
        #expect(third.log.trials.map(\.plan.recipe) != first.log.trials.map(\.plan.recipe))
    }

    /// First all widths with all of their training; then brackets that give a third of their recipes the rest.
    @Test func bracketsHalve() throws {
        let (log, tuning) = try tuning("search", brackets: 2, candidates: 6)
        var brackets: [Int] = []
        _ = try tuning.run { brackets.append($0) }
        #expect(brackets == [1, 2])
        let skeleton = SmallSearch.space().skeleton(6)
        #expect(skeleton.map(\.hidden) == [[2], [3], [4], [5], [6]])
        #expect(Set(skeleton.map { recipe in recipe.hidden[0] }).count == skeleton.count)
        let trials = log.trials
        #expect(trials.prefix(5).map(\.plan.recipe) == skeleton)
        #expect(trials.prefix(5).allSatisfy { $0.plan.budget == 1 })
        let tried = trials.dropFirst(5).filter { $0.plan.budget == 0.25 }
        #expect(tried.count == 6)
        let best = Ranking.order(Array(tried)).prefix(2).map(\.plan.recipe)
        #expect(best.allSatisfy { recipe in trials.contains { $0.plan == .init(recipe, seed: 1) } })
        #expect(trials.count <= 5 + 6 + 2)
    }

    /// A search that was cut short in its second bracket goes on to the end of one that was not.
    @Test func interruptedSearchesEndAlike() throws {
        let whole = try tuning("whole", brackets: 2, candidates: 4)
        let expected = timeless(try whole.tuning.run())
        let journal = directory("cut/trials.jsonl")
        do {
            _ = try tuning("cut", brackets: 1, candidates: 4).tuning.run()
        }
        let bytes = try ArtifactFile.read(journal)
        try Data(bytes.dropLast(40)).write(to: URL(fileURLWithPath: journal))
        let resumed = try tuning("cut", brackets: 2, candidates: 4)
        #expect(try timeless(resumed.tuning.run()) == expected)
        #expect(resumed.log.trials.map(\.timeless) == whole.log.trials.map(\.timeless))
    }

    /// Without targets the frontier is chosen, with its accuracy on images that it never saw.
    @Test func theFrontierIsChosen() throws {
        let (log, tuning) = try tuning("search", brackets: 3, candidates: 4)
        let chosen = try tuning.run()
        let full = log.trials.filter { $0.plan.budget == 1 && $0.result != nil }
        let frontier = full.filter { trial in !full.contains { Ranking.dominates($0, trial) } }
        #expect(chosen.map { $0.trials[0] } == frontier)
        for choice in chosen {
            #expect(choice.targets.isEmpty && choice.trials.count == 1)
            #expect(
                try choice.testAccuracies == [
                    log.network(of: choice.trials[0]).accuracy(on: SmallSearch.dataset.test)
                ])
        }
    }

    @Test func targetsChooseTheBest() throws {
        let targets: [SearchTarget] = [
            .constraints(1_000_000), .accuracy(0.05), .accuracy(1), .constraints(1),
        ]
        let (log, tuning) = try tuning("search", brackets: 2, candidates: 4, targets: targets)
        let chosen = try tuning.run()
        let full = log.trials.filter { $0.plan.budget == 1 }.compactMap(\.result)
        let byTarget = Dictionary(
            chosen.flatMap { choice in choice.targets.map { ($0, choice.trials[0].result!) } },
            uniquingKeysWith: { first, _ in first })
        #expect(
            byTarget[targets[0]]?.validationAccuracy == full.map(\.validationAccuracy).max())
        let cheapest = full.filter { $0.validationAccuracy >= 0.05 }.map(\.constraints.total).min()
        #expect(byTarget[targets[1]]?.constraints.total == cheapest)
        #expect(byTarget[targets[3]] == nil)
        #expect((byTarget[targets[2]] == nil) == full.allSatisfy { $0.validationAccuracy < 1 })
    }

    /// With several seeds the trial of the median accuracy is reported, and medians decide.
    @Test func theMedianSeedIsChosen() throws {
        let (log, tuning) = try tuning("search", candidates: 3, targets: [.accuracy(0.05)], seeds: 3)
        let chosen = try #require(try tuning.run().first)
        #expect(chosen.trials.count == 3 && Set(chosen.trials.map(\.plan.seed)) == [1, 2, 3])
        #expect(Set(chosen.trials.map(\.plan.recipe)).count == 1 && chosen.testAccuracies.count == 3)
        let accuracies = chosen.trials.map { $0.result!.validationAccuracy }
        #expect(accuracies[0] == accuracies.sorted()[1])
        for (trial, accuracy) in zip(chosen.trials, chosen.testAccuracies) {
            #expect(try log.network(of: trial).accuracy(on: SmallSearch.dataset.test) == accuracy)
        }
        let row = SearchTable([chosen], log.setting).rows[0]
        #expect(row.trial == chosen.trials[0].id && row.validationAccuracies == accuracies)
        #expect(row.medianTestAccuracy == chosen.testAccuracies.sorted()[1])
        #expect(row.classConstraints == chosen.classConstraints && row.classConstraints.count == 3)
        #expect(zip(row.classConstraints, row.allConstraints).allSatisfy { $0 > $1 })
        #expect(row.testSpread == chosen.testAccuracies.max()! - chosen.testAccuracies.min()!)
        #expect(
            row.commands
                == chosen.trials[0].plan.recipe.commands(
                    .init(
                        seed: chosen.trials[0].plan.seed, options: CompileOptions(),
                        validationCount: SmallSearch.validationCount, dataArguments: " --data digits"),
                    name: row.trial))
        #expect(
            Tuning.median([4, 1, 3]) == 3 && Tuning.median([4, 1, 3, 2]) == 2 && Tuning.median([7]) == 7)
    }

    /// A recipe that comes to nothing with another seed does not meet a target.
    @Test func failingSeedsDisqualify() throws {
        let targets: [SearchTarget] = [.accuracy(0.05)]
        let first: Recipe
        do {
            let alone = try tuning("search", brackets: 2, candidates: 4, targets: targets)
            first = try #require(try alone.tuning.run().first).trials[0].plan.recipe
        }
        let failed = Trial(.init(first, seed: 2), result: nil, failure: "bad luck", seconds: 1)
        let journal = directory("search/trials.jsonl")
        var bytes = try ArtifactFile.read(journal)
        bytes += try JSONEncoder().encode(failed) + [10]
        try Data(bytes).write(to: URL(fileURLWithPath: journal))
        let repeated = try tuning("search", brackets: 2, candidates: 4, targets: targets, seeds: 2)
        let chosen = try repeated.tuning.run()
        #expect(chosen.allSatisfy { $0.trials[0].plan.recipe != first && $0.trials.count == 2 })
        #expect(repeated.log.trials.contains { $0.failure == "bad luck" })
    }

    /// Counts of another compiler are found out before anything is reported.
    @Test func staleCountsAreRefused() throws {
        let path = directory("search/trials.jsonl")
        do {
            _ = try tuning("search", candidates: 3).tuning.run()
        }
        let text = String(decoding: try ArtifactFile.read(path), as: UTF8.self)
        let older = text.replacing(#""total":"#, with: #""total":1"#)
        #expect(older != text)
        try Data(older.utf8).write(to: URL(fileURLWithPath: path))
        let again = try tuning("search", candidates: 3).tuning
        let error = #expect(throws: FileError.self) { try again.run() }
        #expect("\(try #require(error))".contains("the compiler has changed since"))
    }

    @Test func nothingBeginsAfterTheDeadline() throws {
        let (log, tuning) = try tuning("search", brackets: 3)
        #expect(try tuning.run(until: .now).isEmpty)
        #expect(log.trials.isEmpty)
    }
}
