public import ArgumentParser
public import Espalier

extension CompileOptions.WeightVisibility: ExpressibleByArgument {}
extension CompileOptions.InputVisibility: ExpressibleByArgument {}
extension CompileOptions.Output: ExpressibleByArgument {}
extension CompileOptions.Products: ExpressibleByArgument {}

/// What of a proof is public, as arguments.
struct CompileOptionArguments: ParsableArguments {
    @Option(
        help: """
            embedded: constants of the circuit. committed: hidden, and bound by a registration (model register). \
            private: known to the prover alone, and bound by nothing.
            """)
    var weights = CompileOptions.WeightVisibility.embedded

    @Option(
        help: """
            public: the verifier supplies the image. committed: hidden, and bound by its owner (input commit). \
            private: the prover shows nothing of it.
            """)
    var input = CompileOptions.InputVisibility.public

    @Option(help: "logits: all are public. class: only the index of the largest.")
    var answer = CompileOptions.Output.logits

    @Option(
        help: """
            Products of hidden weights and private values. plain: one per weight. packed: as many rows share one \
            as fit. automatic: whatever is cheaper, layer by layer (default: automatic; plain for private weights).
            """)
    var products: CompileOptions.Products?

    func validate() throws {
        if products != nil, weights == .embedded {
            throw ValidationError("--products is for hidden weights: products with constants cost nothing")
        }
    }

    var options: CompileOptions {
        CompileOptions(weights: weights, input: input, output: answer, products: products)
    }
}
