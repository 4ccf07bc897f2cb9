/// What of a proof is public, and what its answer says. The options are part of the circuit's shape.
public struct CompileOptions: Hashable, Codable, Sendable {
    /// Who knows the weights.
    public enum WeightVisibility: String, Hashable, Codable, Sendable, CaseIterable {
        /// Constants of the circuit: linear layers are free, and the verifying key stands for the model.
        case embedded
        /// Private wires under a public mask: one product per surviving weight. Nothing binds them yet:
        /// the proof says that the prover knows *some* weights with this answer.
        case `private`
    }

    /// Who knows the input.
    public enum InputVisibility: String, Hashable, Codable, Sendable, CaseIterable {
        /// The verifier supplies the pixels and checks their range.
        case `public`
        /// The proof says that the prover knows *some* input with this answer; each pixel gets its bits.
        case `private`
    }

    /// What the public output is.
    public enum Output: String, Hashable, Codable, Sendable, CaseIterable {
        /// The logits; the verifier takes the maximum itself.
        case logits
        /// The index of the largest logit, the lowest where several are equal.
        case `class`
    }

    public var weights: WeightVisibility
    public var input: InputVisibility
    public var output: Output

    public init(
        weights: WeightVisibility = .embedded, input: InputVisibility = .public, output: Output = .logits
    ) {
        self.weights = weights
        self.input = input
        self.output = output
    }
}
