public import NeuralNetworks

extension Network {
    /// Removes the least weights until the fraction `sparsity` of those among which is chosen is gone.
    ///
    /// What goes at once is a group: a weight, a block, a neuron, a pixel. Groups go by the mean of their surviving
    /// members' scores, the lowest first, those of earlier parameters and positions first where equal, as long as
    /// no more than round(sparsity · n) of the n elements of all groups are gone, those that were already included.
    /// Single weights therefore reach that number exactly.
    ///
    /// Biases stay: but a network without weights has no answer of its own, so with the last weight the biases go
    /// too and all logits are equal. Masks compose: a network that is already sparser stays as it is.
    ///
    /// - Parameters:
    ///   - sparsity: 0 … 1.
    ///   - scores: for every weight; `|w|` where there are none.
    ///   - granularity: what goes at once; blocks have at least one row.
    ///   - scope: among which weights it is chosen.
    /// - Throws: what `validate()` throws, `unknownLayer` where the scope names a node that is not a linear one, and
    ///   `nothingToPrune` where no weight is in the scope.
    /// - Complexity: O(n log n).
    public mutating func prune(
        toSparsity sparsity: Double, by scores: WeightScores? = nil,
        granularity: PruningGranularity = .weight, scope: PruningScope = .global
    ) throws(NetworkError) {
        precondition((0...1).contains(sparsity), "a sparsity is a fraction")
        try validate()
        let kept = try survivors(
            atSparsity: sparsity, by: scores ?? .magnitude(of: self), granularity: granularity, scope: scope)
        apply(kept)
        guard survivingWeightCount == 0 else { return }
        for name in Set(linearNodes.compactMap(\.bias)) {
            let count = parameters[name]!.tensor.elements.count
            parameters[name]!.apply([Bool](repeating: false, count: count))
        }
    }

    /// Returns which weights `prune` would keep.
    func survivors(
        atSparsity sparsity: Double, by scores: WeightScores, granularity: PruningGranularity,
        scope: PruningScope
    ) throws(NetworkError) -> PruningMask {
        let all = weightMatrices
        let matrices = try matrices(in: scope)
        let groups = PruningGroups(self, granularity, matrices: matrices, scores: scores)
        guard groups.count > 0 else { throw NetworkError(.nothingToPrune, at: "network") }
        var survives = all.flatMap { matrix in
            parameters[matrix.name]!.mask ?? [Bool](repeating: true, count: matrix.elements.count)
        }
        let worth = all.flatMap { scores[$0.name] }
        let layers: [Int?] = scope == .perLayer ? Set(groups.layers).sorted() : [nil]
        for layer in layers {
            let members = (0..<groups.count).filter { layer == nil || groups.layers[$0] == layer }
            Self.remove(members, of: groups, toSparsity: sparsity, worth: worth, from: &survives)
        }
        return PruningMask(
            Dictionary(uniqueKeysWithValues: all.map { ($0.name, Array(survives[$0.elements])) }))
    }

    /// The fraction of what is chosen among that is gone already, 0 … 1; where every layer is pruned for itself, that of
    /// the layer that has lost least.
    func sparsity(
        granularity: PruningGranularity, scope: PruningScope
    ) throws(NetworkError) -> Double {
        let groups = PruningGroups(
            self, granularity, matrices: try matrices(in: scope), scores: .magnitude(of: self))
        let survives = weightMatrices.flatMap { matrix in
            parameters[matrix.name]!.mask ?? [Bool](repeating: true, count: matrix.elements.count)
        }
        var elements: [Int: Set<Int>] = [:]
        for group in 0..<groups.count {
            elements[scope == .perLayer ? groups.layers[group] : 0, default: []].formUnion(groups[group])
        }
        let fractions = elements.values.map { elements in
            Double(elements.count { !survives[$0] }) / Double(elements.count)
        }
        return fractions.min() ?? 0
    }

    /// Drops the groups of the lowest scores.
    private static func remove(
        _ members: [Int], of groups: PruningGroups, toSparsity sparsity: Double, worth: [Float],
        from survives: inout [Bool]
    ) {
        var counts: [Int] = []
        var means: [Float] = []
        // An element may be in two groups, as the weight between two hidden neurons is.
        var isMember = [Bool](repeating: false, count: survives.count)
        for group in members {
            var (count, sum) = (0, Float(0))
            for element in groups[group] where survives[element] {
                count += 1
                sum += worth[element]
            }
            counts.append(count)
            means.append(count == 0 ? 0 : sum / Float(count))
            for element in groups[group] { isMember[element] = true }
        }
        let target = Int((sparsity * Double(isMember.count { $0 })).rounded())
        var removed = zip(isMember, survives).count { $0 && !$1 }
        let order = members.indices.filter { counts[$0] > 0 }.sorted {
            means[$0] == means[$1] ? $0 < $1 : means[$0] < means[$1]
        }
        for position in order {
            let group = groups[members[position]]
            removed += group.count { survives[$0] }
            guard removed <= target else { break }
            for element in group { survives[element] = false }
        }
    }

    /// The weight matrices among which pruning chooses.
    private func matrices(in scope: PruningScope) throws(NetworkError) -> [WeightMatrix] {
        guard case .layers(let names) = scope else { return weightMatrices }
        var chosen: Set<String> = []
        for name in names {
            guard let layer = linearNodes.first(where: { $0.node.name == name }) else {
                throw NetworkError(.unknownLayer, at: name)
            }
            chosen.insert(layer.weights)
        }
        return weightMatrices.filter { chosen.contains($0.name) }
    }

    /// The number of elements of all weight matrices.
    public var weightCount: Int { weightNames.reduce(0) { $0 + parameters[$1]!.tensor.elements.count } }

    /// The number of those that survive pruning.
    public var survivingWeightCount: Int { weightNames.reduce(0) { $0 + parameters[$1]!.survivingCount } }

    /// The fraction of weights that pruning removed, 0 … 1; 0 where there are no weights.
    public var sparsity: Double {
        weightCount == 0 ? 0 : 1 - Double(survivingWeightCount) / Double(weightCount)
    }
}
