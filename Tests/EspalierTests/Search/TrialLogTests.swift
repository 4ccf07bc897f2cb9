import Espalier
import Foundation
import Testing

/// What a search keeps on disk, and how it goes on from there.
@Suite struct TrialLogTests {
    let directory: ScratchDirectory
    private let plans = [
        Trial.Plan(.tiny(), seed: 1), Trial.Plan(.tiny(hidden: [3]), budget: 0.5, seed: 1),
        Trial.Plan(.tiny { $0.windowBits = 5 }, seed: 2), Trial.Plan(.tiny { $0.sparsity = 0.8 }, seed: 1),
    ]

    init() throws { directory = try ScratchDirectory() }

    private var journal: String { directory("search/trials.jsonl") }

    private func run(_ plans: [Trial.Plan], in name: String = "search") throws -> [Trial] {
        try SmallSearch.log(directory(name)).run(plans)
    }

    @Test func trialsAreWhatTheirPlansMake() throws {
        let log = try SmallSearch.log(directory("search"))
        let trials = try log.run(plans)
        #expect(trials.map(\.plan) == plans && log.trials == trials)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: directory("search/networks")).count == 6,
            "two files for each of the three with all of their training")
        let validating = SmallSearch.dataset.validating(on: SmallSearch.validationCount)
        for trial in trials where trial.plan.budget == 1 {
            let made = try trial.plan.recipe.network(on: validating.train, seed: trial.plan.seed)
            #expect(try log.network(of: trial) == made.integers)
            let compiled = try made.integers.compiled(over: BN254Fields.Scalar.self)
            #expect(trial.result?.constraints.total == compiled.circuit.constraintCount)
            #expect(try trial.result?.validationAccuracy == made.integers.accuracy(on: validating.test))
            let nonzero = compiled.network.nodes.reduce(0) { sum, node in
                guard case .linear(let linear) = node.operation else { return sum }
                return sum + linear.weights.count { $0 != 0 }
            }
            #expect(trial.result?.survivingWeights == nonzero)
        }
    }

    /// The times would differ if anything were tried again.
    @Test func nothingIsTriedTwice() throws {
        let first = try run(plans + [plans[0]])
        let bytes = try ArtifactFile.read(journal)
        #expect(bytes.split(separator: 10).count == 4)
        #expect(try run(plans.reversed()) == Array(first.prefix(4).reversed()))
        #expect(try ArtifactFile.read(journal) == bytes)
        #expect(try run([plans[1]]) == [first[1]])
    }

    /// Only what was asked for counts, in the order of asking.
    @Test func aLogHoldsWhatItWasAskedFor() throws {
        _ = try run(plans)
        let log = try SmallSearch.log(directory("search"))
        #expect(log.trials.isEmpty)
        _ = try log.run([plans[2]])
        _ = try log.run([plans[0], plans[2]])
        #expect(log.trials.map(\.plan) == [plans[2], plans[0]])
    }

    @Test(arguments: ["cut", "noise", "zeros", "lines"])
    func interruptedSearchesGoOn(damage: String) throws {
        let whole = try run(plans, in: "whole").map(\.timeless)
        let kept = try run(Array(plans.prefix(3)))
        var bytes = try ArtifactFile.read(journal)
        switch damage {
        case "cut": bytes.removeLast(9)
        case "noise": bytes += (0..<99).map { UInt8(truncatingIfNeeded: $0 * $0 * 7 + 3) }.filter { $0 != 10 }
        case "zeros": bytes += [UInt8](repeating: 0, count: 4096)
        default: bytes += Array("{}\n\n{\"plan\": 7}\nhalf a li".utf8)
        }
        try Data(bytes).write(to: URL(fileURLWithPath: journal))
        let resumed = try run(plans)
        #expect(resumed.map(\.timeless) == whole)
        if damage != "cut" { #expect(Array(resumed.prefix(3)) == kept) }
        // From now on everything is there.
        #expect(try run(plans) == resumed)
        #expect(try run([plans[3]]) == [resumed[3]])
    }

    /// Lines of another version stay: a file without any other is refused as it is.
    @Test func linesOfOtherVersionsStay() throws {
        let first = try run([plans[0]])
        let text = String(decoding: try ArtifactFile.read(journal), as: UTF8.self)
        let other = text.replacing("survivingWeights", with: "weights")
        #expect(other != text)
        try Data(other.utf8).write(to: URL(fileURLWithPath: journal))
        let error = #expect(throws: FileError.self) { try run(plans) }
        #expect(error?.description.contains("no line of it is a record of this version") == true)
        #expect(try ArtifactFile.read(journal) == Array(other.utf8))
        try Data((text + other).utf8).write(to: URL(fileURLWithPath: journal))
        #expect(try run([plans[0]]) == first)
        #expect(try ArtifactFile.read(journal) == Array((text + other).utf8))
    }

    /// A line that went bad costs its own trial only.
    @Test func aBadLineCostsOneTrial() throws {
        let first = try run(plans)
        var lines = try ArtifactFile.read(journal).split(separator: 10).map(Array.init)
        let position = try #require(
            lines.firstIndex { String(decoding: $0, as: UTF8.self).contains("\"windowBits\":5") })
        lines[position][5] = 0
        try Data(lines.joined(separator: [10]) + [10]).write(to: URL(fileURLWithPath: journal))
        let again = try run(plans)
        #expect(again.map(\.timeless) == first.map(\.timeless))
        for index in [0, 1, 3] { #expect(again[index] == first[index]) }
        #expect(try run(plans) == again)
    }

    @Test func anotherSearchIsRefused() throws {
        _ = try run([plans[0]])
        let before = try directory.search("search")
        let others = [
            SmallSearch.setting(seed: 2), SmallSearch.setting(CompileOptions(weights: .committed)),
            SmallSearch.setting(CompileOptions(output: .class)),
        ]
        for setting in others {
            let error = #expect(throws: FileError.self) {
                try TrialLog(setting, dataset: SmallSearch.dataset, directory: directory("search"))
            }
            #expect(error?.description.contains("another run is kept here") == true)
            #expect(try directory.search("search") == before)
        }
        try directory.write("{}".utf8, "search/search.json")
        #expect(throws: FileError.self) { try SmallSearch.log(directory("search")) }
        #expect(throws: FileError.self) { try SmallSearch.log(directory("search/search.json")) }
    }

    /// One process at a time writes a journal.
    @Test func twoAtOnceAreRefused() throws {
        let log = try SmallSearch.log(directory("search"))
        let error = #expect(throws: FileError.self) { try SmallSearch.log(directory("search")) }
        #expect(error?.description.contains("another process") == true)
        #expect(log.trials.isEmpty)
    }

    @Test(arguments: [0, 400, 401]) func imagesAreLeftToTrainOn(validationCount: Int) {
        var setting = SmallSearch.setting()
        setting.validationCount = validationCount
        #expect(throws: FileError.self) {
            try TrialLog(setting, dataset: SmallSearch.dataset, directory: directory("search"))
        }
        #expect(directory.names.isEmpty)
    }

    /// What comes to nothing is a bad trial; the others go on, and it is not tried again either.
    @Test func failuresAreTrials() throws {
        let options = CompileOptions(weights: .committed)
        let plans = [
            // Declared biases have 40 bits, too few behind squares of sums that fine.
            Trial.Plan(
                .tiny {
                    $0.activation = .square
                    $0.inputBits = 8
                    $0.windowBits = nil
                    $0.weightBits = 14
                }, seed: 1),
            // Boxes that do not divide the images.
            Trial.Plan(.tiny { $0.boxSide = 3 }, seed: 1), Trial.Plan(.tiny(), seed: 1),
        ]
        let trials = try SmallSearch.log(directory("search"), options).run(plans)
        #expect(trials.map { $0.result == nil } == [true, true, false])
        #expect(trials[0].failure?.contains("a bias needs") == true, "\(trials[0])")
        #expect(trials[1].failure?.contains("3×3") == true)
        #expect(Ranking.order(trials) == [trials[2]])
        #expect(try SmallSearch.log(directory("search"), options).run(plans) == trials)
    }

    /// Squares of squares at the largest rate leave what a float can hold.
    @Test func divergenceIsATrial() throws {
        let recipe = Recipe.tiny(hidden: [40, 40, 40, 40, 40, 40]) {
            $0.activation = .square
            $0.learningRate = 1
            $0.epochs = 30
        }
        let trial = try run([Trial.Plan(recipe, seed: 1)])[0]
        #expect(trial.result == nil)
        #expect(trial.failure?.contains("loss: holds an infinity or NaN") == true, "\(trial)")
    }
}
