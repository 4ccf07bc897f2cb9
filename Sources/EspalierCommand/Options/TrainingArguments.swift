import ArgumentParser
import Espalier

/// How a verb trains, where its own defaults are not wanted.
struct TrainingArguments: ParsableArguments {
    @Option(help: "Passes over the training images, 1 … 10000.")
    var epochs: Int?

    @Option(name: .customLong("learning-rate"), help: "Adam's step size at the start, above 0, at most 1.")
    var learningRate: Double?

    @Option(name: .customLong("shift"), help: "Move images by up to so many pixels while training, 0 … 8.")
    var shiftDistance: Int?

    func validate() throws {
        guard (1...10_000).contains(epochs ?? 1) else { throw ValidationError("--epochs takes 1 … 10000") }
        guard Float(learningRate ?? 1) > 0, (learningRate ?? 1) <= 1 else {
            throw ValidationError("--learning-rate takes a number above 0, at most 1")
        }
        guard (0...8).contains(shiftDistance ?? 0) else { throw ValidationError("--shift takes 0 … 8") }
    }

    /// The options with whatever was asked for in place of theirs.
    func applied(to options: TrainingOptions) -> TrainingOptions {
        var options = options
        if let epochs { options.epochs = epochs }
        if let learningRate { options.learningRate = Float(learningRate) }
        if let shiftDistance { options.shiftDistance = shiftDistance }
        return options
    }

    var isEmpty: Bool { epochs == nil && learningRate == nil && shiftDistance == nil }
}
