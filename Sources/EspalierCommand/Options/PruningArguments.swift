public import ArgumentParser
public import Espalier

extension PruningCriterion: ExpressibleByArgument {}

/// What pruning removes, and how it trains between its steps, as arguments.
struct PruningArguments: ParsableArguments {
    enum Granularity: String, CaseIterable, ExpressibleByArgument {
        case weight, block
    }

    @Option(help: "What goes first. magnitude: |w|. saliency: what moves the loss least.")
    var criterion = PruningCriterion.magnitude

    @Option(help: "What goes at once. weight: single ones. block: one input's weights in a group of rows.")
    var granularity = Granularity.weight

    @Option(name: .customLong("block-rows"), help: "Rows of a block, 2 … 65536 (default: 16).")
    var blockRows: Int?

    @Option(help: "Steps towards the target (default: \(PruningSchedule.default.steps)).")
    var steps: Int?

    @Option(
        name: .customLong("step-epochs"),
        help: """
            Passes over the training images after each step but the last (default: \
            \(PruningSchedule.default.intermediate.epochs)).
            """)
    var stepEpochs: Int?

    func validate() throws {
        guard (2...65_536).contains(blockRows ?? 2) else {
            throw ValidationError("--block-rows takes 2 … 65536")
        }
        guard blockRows == nil || granularity == .block else {
            throw ValidationError("--block-rows is for --granularity block")
        }
        guard (1...1000).contains(steps ?? 1) else { throw ValidationError("--steps takes 1 … 1000") }
        guard (1...10_000).contains(stepEpochs ?? 1) else {
            throw ValidationError("--step-epochs takes 1 … 10000")
        }
    }

    /// Whether something is asked for that only matters where the network is trained on.
    var concernsRetraining: Bool { steps != nil || stepEpochs != nil }

    var prunedAtOnce: PruningGranularity {
        granularity == .block ? .block(rows: blockRows ?? 16) : .weight
    }

    /// - Parameter training: `--epochs` is about what follows the last step, the rest about every step.
    func schedule(_ training: TrainingArguments) -> PruningSchedule {
        let standard = PruningSchedule.default
        var intermediate = training.applied(to: standard.intermediate)
        intermediate.epochs = stepEpochs ?? standard.intermediate.epochs
        return PruningSchedule(
            criterion: criterion, granularity: prunedAtOnce, steps: steps ?? standard.steps,
            intermediate: intermediate, final: training.applied(to: standard.final))
    }
}
