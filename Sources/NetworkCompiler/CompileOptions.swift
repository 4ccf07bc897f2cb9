/// What of a proof is public, and what its answer says. The options are part of the circuit's shape.
public struct CompileOptions: Hashable, Sendable {
    /// Who knows the weights.
    public enum WeightVisibility: String, Hashable, Codable, Sendable, CaseIterable {
        /// Constants of the circuit: linear layers are free, and the verifying key stands for the model.
        case embedded
        /// Private, and bound once by a registration that everybody can check: hidden instance wires. Layers on a
        /// public input are free, deeper ones cost a product for each surviving pack of weights.
        case committed
        /// Private wires under a public mask: one product per surviving weight. Nothing binds them: the proof says
        /// that the prover knows *some* weights with this answer.
        case `private`
    }

    /// Who knows the input.
    public enum InputVisibility: String, Hashable, Codable, Sendable, CaseIterable {
        /// The verifier supplies the pixels and checks their range.
        case `public`
        /// Private, and bound by a commitment of the input's owner; each pixel that is read gets its bits.
        case committed
        /// The proof says that the prover knows *some* input with this answer; each pixel that is read gets its bits.
        case `private`
    }

    /// What the public output is.
    public enum Output: String, Hashable, Codable, Sendable, CaseIterable {
        /// The logits; the verifier takes the maximum itself.
        case logits
        /// The index of the largest logit, the lowest where several are equal.
        case `class`
    }

    /// How products of hidden weights and private values are laid.
    public enum Products: String, Hashable, Codable, Sendable, CaseIterable {
        /// For each layer whatever costs fewer constraints.
        case automatic
        /// One product per surviving weight.
        case plain
        /// One product for each input and pack of rows, as many rows as fit the field.
        case packed
    }

    public var weights: WeightVisibility
    public var input: InputVisibility
    public var output: Output
    public var products: Products

    /// - Parameter products: by default automatic for committed weights, and plain for private ones, whose circuits
    ///   are there for comparison.
    public init(
        weights: WeightVisibility = .embedded, input: InputVisibility = .public, output: Output = .logits,
        products: Products? = nil
    ) {
        self.weights = weights
        self.input = input
        self.output = output
        self.products = products ?? Self.defaultProducts(weights)
    }

    private static func defaultProducts(_ weights: WeightVisibility) -> Products {
        weights == .private ? .plain : .automatic
    }

    /// Whether some instance wires have values that the verifier never learns.
    public var hidesInstanceWires: Bool { weights == .committed || input == .committed }
}

extension CompileOptions: Codable {
    private enum CodingKeys: CodingKey { case weights, input, output, products }

    /// Files that say nothing of products are of the time before there was a choice.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            weights: try values.decode(WeightVisibility.self, forKey: .weights),
            input: try values.decode(InputVisibility.self, forKey: .input),
            output: try values.decode(Output.self, forKey: .output),
            products: try values.decodeIfPresent(Products.self, forKey: .products))
    }
}
