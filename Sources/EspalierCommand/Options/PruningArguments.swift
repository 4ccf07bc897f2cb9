public import ArgumentParser
public import Espalier

extension PruningCriterion: ExpressibleByArgument {}

extension PruningSchedule.Curve: ExpressibleByArgument {}

/// What pruning removes, and how it trains between its steps, as arguments.
struct PruningArguments: ParsableArguments {
    enum Granularity: String, CaseIterable, ExpressibleByArgument {
        case weight, block, neuron, pixel
    }

    @Option(
        help: """
            What goes first. magnitude: |w|. saliency: what moves the loss least. movement: what moves towards \
            zero. random: anything.
            """)
    var criterion = PruningCriterion.magnitude

    @Option(
        help: """
            What goes at once. weight: single ones. block: one input's weights in a group of rows. neuron: what \
            a hidden neuron reads and what reads it. pixel: all that reads one value of the input.
            """)
    var granularity = Granularity.weight

    @Option(name: .customLong("block-rows"), help: "Rows of a block, 2 … 65536 (default: 16).")
    var blockRows: Int?

    @Option(help: "Choose among the weights of these linear layers only, as in layer1,skip (default: all).")
    var layers: String?

    @Flag(name: .customLong("per-layer"), help: "Prune every layer to the same sparsity.")
    var perLayer = false

    @Option(
        name: .customLong("schedule"),
        help: """
            How sparsity grows. cubic: fast at first. iterative: each step takes the same part of what is left. \
            linear: each step takes as much.
            """)
    var curve = PruningSchedule.Curve.cubic

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
        guard layers == nil || !perLayer else {
            throw ValidationError("give --layers or --per-layer, not both")
        }
        guard layers.map({ !Self.names($0).isEmpty }) ?? true else {
            throw ValidationError("--layers takes names of linear layers, as in layer1,skip")
        }
        guard (1...1000).contains(steps ?? 1) else { throw ValidationError("--steps takes 1 … 1000") }
        guard (1...10_000).contains(stepEpochs ?? 1) else {
            throw ValidationError("--step-epochs takes 1 … 10000")
        }
    }

    /// Whether something is asked for that only matters where the network is trained on.
    var concernsRetraining: Bool { steps != nil || stepEpochs != nil }

    private var removedAtOnce: PruningGranularity {
        switch granularity {
        case .weight: .weight
        case .block: .block(rows: blockRows ?? 16)
        case .neuron: .neuron
        case .pixel: .pixel
        }
    }

    private var scope: PruningScope {
        perLayer ? .perLayer : layers.map { .layers(Self.names($0)) } ?? .global
    }

    private static func names(_ list: String) -> [String] {
        list.split(separator: ",").map { String($0.drop { $0 == " " }) }
    }

    /// - Parameter training: `--epochs` is about what follows the last step, the rest about every step.
    func schedule(_ training: TrainingArguments) -> PruningSchedule {
        let standard = PruningSchedule.default
        var intermediate = training.applied(to: standard.intermediate)
        intermediate.epochs = stepEpochs ?? standard.intermediate.epochs
        return PruningSchedule(
            criterion: criterion, granularity: removedAtOnce, scope: scope, curve: curve,
            steps: steps ?? standard.steps, intermediate: intermediate,
            final: training.applied(to: standard.final))
    }
}
