import Espalier
import Foundation
import Testing

/// Networks that go from some images to others.
@Suite struct TransferExperimentTests {
    let directory: ScratchDirectory
    private let images = SmallSearch.dataset

    init() throws { directory = try ScratchDirectory() }

    private func options(_ change: (inout TransferExperiment.Options) -> Void = { _ in })
        -> TransferExperiment.Options
    {
        var options = TransferExperiment.Options()
        options.hidden = [6]
        options.methods = [.magnitude, .movement]
        options.sparsities = [0.5, 0.9]
        options.seeds = 2
        options.sourceEpochs = 2
        options.steps = 3
        options.finalEpochs = 1
        change(&options)
        return options
    }

    private func report(_ name: String, _ options: TransferExperiment.Options) throws -> TransferReport {
        try TransferExperiment(from: images, to: images, options, directory: directory(name))
            .run(command: "espalier transfer")
    }

    @Test func everyMethodGetsEverySparsityAndSeed() throws {
        let report = try report("all", options())
        #expect(report.trials.count == 8)
        #expect(Set(report.trials.map { [$0.method, "\($0.sparsity)", "\($0.seed)"] }).count == 8)
        let weights = Double(784 * 6 + 60)
        for trial in report.trials {
            #expect(trial.survivingWeights <= Int(((1 - trial.sparsity) * weights).rounded()))
            #expect((0...1).contains(trial.accuracy))
        }
        #expect(try self.report("again", options()).trials == report.trials)
    }

    /// What is known is not made again; a larger comparison goes on where a smaller one ended.
    @Test func interruptedComparisonsGoOn() throws {
        let whole = try report("whole", options()).trials
        _ = try report("part", options { $0.sparsities = [0.5] })
        let journal = directory("part/transfer.jsonl")
        let kept = try ArtifactFile.read(journal)
        #expect(try report("part", options()).trials == whole)
        #expect(try ArtifactFile.read(journal).starts(with: kept))
        let error = #expect(throws: FileError.self) {
            try report("part", options { $0.movementCurve = .cubic })
        }
        #expect("\(try #require(error))".contains("another run is kept here"))
    }

    /// Movement has a curve of its own, and the other methods have theirs.
    @Test func schedulesAreSeparate() throws {
        // Movement chooses anew every 32 steps, so there have to be some more.
        func trials(
            _ name: String, _ change: (inout TransferExperiment.Options) -> Void
        ) throws -> [TransferReport.Trial] {
            try report(
                name,
                options {
                    $0.seeds = 1
                    $0.steps = 25
                    change(&$0)
                }
            ).trials
        }
        let usual = try trials("usual") { _ in }
        let movement = try trials("movement") { $0.movementCurve = .cubic }
        let other = try trials("other") { $0.curve = .linear }
        func ofMovement(_ trials: [TransferReport.Trial]) -> [TransferReport.Trial] {
            trials.filter { $0.method == "movement" }
        }
        func ofOthers(_ trials: [TransferReport.Trial]) -> [TransferReport.Trial] {
            trials.filter { $0.method != "movement" }
        }
        #expect(ofOthers(usual) == ofOthers(movement) && ofMovement(usual) == ofMovement(other))
        #expect(ofMovement(usual) != ofMovement(movement) && ofOthers(usual) != ofOthers(other))
    }
}
