public import ArgumentParser
public import Espalier

extension CompileOptions.WeightVisibility: ExpressibleByArgument {}
extension CompileOptions.InputVisibility: ExpressibleByArgument {}
extension CompileOptions.Output: ExpressibleByArgument {}

/// What of a proof is public, as arguments.
struct CompileOptionArguments: ParsableArguments {
    @Option(help: "embedded: constants of the circuit. private: known to the prover alone.")
    var weights = CompileOptions.WeightVisibility.embedded

    @Option(help: "public: the verifier supplies the image. private: the prover shows nothing of it.")
    var input = CompileOptions.InputVisibility.public

    @Option(help: "logits: all are public. class: only the index of the largest.")
    var answer = CompileOptions.Output.logits

    var options: CompileOptions { CompileOptions(weights: weights, input: input, output: answer) }
}
