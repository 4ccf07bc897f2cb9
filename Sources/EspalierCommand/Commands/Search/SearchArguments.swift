import ArgumentParser
import Espalier
import Foundation

/// What `tune` and `sweep` share.
struct SearchArguments: ParsableArguments {
    @Option(help: "embedded: constants of the circuit. committed: hidden, and bound by a registration.")
    var weights = CompileOptions.WeightVisibility.embedded

    @Option(help: "public: the verifier supplies the image. committed: hidden, and bound by its owner.")
    var input = CompileOptions.InputVisibility.public

    @Option(help: "logits: all are public. class: only the index of the largest.")
    var answer = CompileOptions.Output.logits

    @OptionGroup var data: DatasetOptions

    @Option(
        name: .customLong("validation"),
        help: "Hold out this many random training images, the same in every verb, to choose by.")
    var validationCount = 10_000

    @Option(help: "Seed of the search and of every network.")
    var seed: UInt64 = 1

    @Option(help: "Make what is chosen with so many seeds; medians decide, 1 … 100.")
    var seeds = 1

    @Option(
        name: .shortAndLong,
        help:
            "The directory of the search. What it holds already is not tried again, so that a search can go on."
    )
    var output: String?

    func validate() throws {
        guard validationCount > 0 else {
            throw ValidationError("--validation takes a positive number of images")
        }
        guard output != "" else { throw ValidationError("--output takes a directory") }
        guard (1...100).contains(seeds) else { throw ValidationError("--seeds takes 1 … 100") }
    }

    var setting: SearchSetting {
        SearchSetting(
            dataset: data.name, validationCount: validationCount,
            options: CompileOptions(weights: weights, input: input, output: answer), seed: seed,
            dataArguments: data.arguments)
    }

    /// The shared arguments again, as words.
    var words: String {
        "--weights \(weights.rawValue) --input \(input.rawValue) --answer \(answer.rawValue)\(data.arguments)"
            + " --validation \(validationCount) --seed \(seed) --seeds \(seeds)"
    }
}
