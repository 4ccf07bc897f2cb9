public import NeuralNetworks

extension Network {
    /// Removes the smallest weights of the whole network until the fraction `sparsity` of them is gone.
    ///
    /// Exactly round(sparsity · n) of the n elements of all weight matrices are masked, those that were
    /// already included, chosen by |w| across layers; where equal, those of earlier parameters and positions
    /// go first. Blocks go whole, by the sum of their weights' |w|, as long as no more than so many elements
    /// are gone. Biases stay: but a network without weights has no answer of its own, so with the last weight
    /// the biases go too and all logits are equal.
    ///
    /// Masks compose: a network that is already sparser stays as it is.
    ///
    /// - Parameters:
    ///   - sparsity: 0 … 1.
    ///   - granularity: what goes at once; blocks have at least one row.
    /// - Throws: what `validate()` throws.
    public mutating func prune(
        toSparsity sparsity: Double, granularity: PruningGranularity = .weight
    ) throws(NetworkError) {
        try validate()
        prune(toSparsity: sparsity, granularity) { _, weights in weights.map(abs) }
    }

    /// Removes the weights of least saliency, `|w| · √(mean of g²)` with g the loss's gradient, otherwise as
    /// `prune(toSparsity:granularity:)`.
    ///
    /// Unlike magnitude this sees that a weight on a pixel that is always dark does nothing. At high
    /// sparsities it keeps more of the answer.
    ///
    /// - Parameters:
    ///   - sparsity: 0 … 1.
    ///   - granularity: what goes at once; blocks have at least one row.
    ///   - images: for the gradients, in batches of 128; some thousand suffice.
    /// - Throws: as `meanSquaredGradients(on:)`.
    public mutating func prune(
        toSparsity sparsity: Double, granularity: PruningGranularity = .weight,
        bySaliencyOn images: LabeledImages
    ) throws(NetworkError) {
        let squares = try meanSquaredGradients(on: images)
        prune(toSparsity: sparsity, granularity) { name, weights in
            zip(weights, squares[name]!.elements).map { abs($0) * $1.squareRoot() }
        }
    }

    /// Removes the blocks of the lowest scores.
    private mutating func prune(
        toSparsity sparsity: Double, _ granularity: PruningGranularity, scores: (String, [Float]) -> [Float]
    ) {
        precondition((0...1).contains(sparsity), "a sparsity is a fraction")
        let layers = weightNames.map { name in
            PrunedLayer(
                parameters[name]!, scores: scores(name, parameters[name]!.tensor.elements), granularity)
        }
        let target = Int((sparsity * Double(weightCount)).rounded())
        var removedCount = weightCount - survivingWeightCount
        let candidates = layers.enumerated().flatMap { position, layer in
            layer.survivingBlocks.map { (layer: position, block: $0) }
        }
        let scores = candidates.map { layers[$0.layer].score(of: $0.block) }
        let order = candidates.indices.sorted { scores[$0] == scores[$1] ? $0 < $1 : scores[$0] < scores[$1] }
        var masks = layers.map { [Bool](repeating: true, count: $0.weightCount) }
        for index in order {
            let (layer, block) = candidates[index]
            removedCount += layers[layer].survivorCount(of: block)
            guard removedCount <= target else { break }
            for element in layers[layer].elements(of: block) { masks[layer][element] = false }
        }
        for (name, mask) in zip(weightNames, masks) { parameters[name]!.apply(mask) }
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
