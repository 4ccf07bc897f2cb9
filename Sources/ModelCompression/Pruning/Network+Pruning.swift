public import NeuralNetworks

extension Network {
    /// Removes the smallest weights of the whole network until the fraction `sparsity` of them is gone.
    ///
    /// Exactly round(sparsity · n) of the n elements of all weight matrices are masked, those that were
    /// already included, chosen by |w| across layers; where equal, those of earlier parameters and positions
    /// go first. Biases stay: but a network without weights has no answer of its own, so with the last weight
    /// the biases go too and all logits are equal.
    ///
    /// Masks compose: a network that is already sparser stays as it is.
    ///
    /// - Parameter sparsity: 0 … 1.
    /// - Throws: what `validate()` throws.
    public mutating func prune(toSparsity sparsity: Double) throws(NetworkError) {
        try validate()
        prune(toSparsity: sparsity) { _, weights in weights.map(abs) }
    }

    /// Removes the weights of least saliency, `|w| · √(mean of g²)` with g the loss's gradient, otherwise as
    /// `prune(toSparsity:)`.
    ///
    /// Unlike magnitude this sees that a weight on a pixel that is always dark does nothing. At high
    /// sparsities it keeps more of the answer.
    ///
    /// - Parameters:
    ///   - sparsity: 0 … 1.
    ///   - images: for the gradients, in batches of 128; some thousand suffice.
    /// - Throws: as `meanSquaredGradients(on:)`.
    public mutating func prune(
        toSparsity sparsity: Double, bySaliencyOn images: LabeledImages
    ) throws(NetworkError) {
        let squares = try meanSquaredGradients(on: images)
        prune(toSparsity: sparsity) { name, weights in
            zip(weights, squares[name]!.elements).map { abs($0) * $1.squareRoot() }
        }
    }

    /// Removes the weights of the lowest scores.
    private mutating func prune(toSparsity sparsity: Double, scores: (String, [Float]) -> [Float]) {
        precondition((0...1).contains(sparsity), "a sparsity is a fraction")
        let names = weightNames
        // A masked weight is below every surviving one, even of score zero.
        var keys: [Float] = []
        for name in names {
            let parameter = parameters[name]!
            let scores = scores(name, parameter.tensor.elements)
            keys += parameter.mask.map { zip(scores, $0).map { $1 ? $0 : -1 } } ?? scores
        }
        let removedCount = Int((sparsity * Double(keys.count)).rounded())
        let order = keys.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }
        var survives = [Bool](repeating: true, count: keys.count)
        for index in order.prefix(removedCount) { survives[index] = false }

        var offset = 0
        for name in names {
            let count = parameters[name]!.tensor.elements.count
            parameters[name]!.apply(Array(survives[offset..<offset + count]))
            offset += count
        }
        if survivingWeightCount == 0 {
            for name in biasNames {
                let count = parameters[name]!.tensor.elements.count
                parameters[name]!.apply([Bool](repeating: false, count: count))
            }
        }
    }

    /// The number of elements of all weight matrices.
    public var weightCount: Int { weightNames.reduce(0) { $0 + parameters[$1]!.tensor.elements.count } }

    /// The number of those that survive pruning.
    public var survivingWeightCount: Int { weightNames.reduce(0) { $0 + parameters[$1]!.survivingCount } }

    /// The fraction of weights that pruning removed, 0 … 1; 0 where there are no weights.
    public var sparsity: Double {
        weightCount == 0 ? 0 : 1 - Double(survivingWeightCount) / Double(weightCount)
    }

    /// The weight matrices that nodes use, each once, in the parameters' order.
    private var weightNames: [String] {
        let used = Set(
            nodes.compactMap { node -> String? in
                guard case .linear(let weights, _) = node.operation else { return nil }
                return weights
            })
        return parameters.keys.filter(used.contains)
    }

    /// The biases that nodes use.
    private var biasNames: Set<String> {
        Set(
            nodes.compactMap { node -> String? in
                guard case .linear(_, let bias) = node.operation else { return nil }
                return bias
            })
    }
}
