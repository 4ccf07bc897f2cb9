package import NeuralNetworks

extension IntegerNetwork {
    /// Returns a network that computes the same logits without what pruning made pointless.
    ///
    /// A neuron without incoming weights is a constant: it moves into the biases of the layers that read
    /// it. A neuron that nobody reads loses its weights. Both go on until nothing changes, so a hidden
    /// row without weights has the bias 0 afterwards.
    ///
    /// - Parameter knowledge: what the shape of the result may depend on. With `.exact`, declared bias bits
    ///   grow only where a moved constant needs it. With `.declared`, which constants move, and how the bits
    ///   grow, is the same for every network of the same zeros and declared bits.
    /// - Throws: what `validate()` throws.
    /// - Complexity: O(layers × weights).
    package func simplified(_ knowledge: WeightKnowledge = .exact) throws(NetworkError) -> IntegerNetwork {
        var result = self
        var changed = true
        while changed {
            changed = result.foldConstantNeurons(knowledge)
            if try result.dropUnreadNeurons() { changed = true }
        }
        return result
    }

    /// Moves the constants of hidden neurons without incoming weights into the layers that read them.
    /// Returns whether anything changed.
    private mutating func foldConstantNeurons(_ knowledge: WeightKnowledge) -> Bool {
        var changed = false
        for index in nodes.indices {
            guard case .linear(let layer) = nodes[index].operation,
                let constants = constantNeurons(of: nodes[index].inputs[0], knowledge)
            else { continue }
            var weights = layer.weights
            var biases = layer.biases
            var bound: Int128 = 0
            for row in 0..<layer.outputCount {
                var bias = Int128(biases[row])
                var rowBound = layer.bound(ofBias: biases[row], knowledge)
                for (column, constant) in constants.enumerated() {
                    let place = row * layer.inputCount + column
                    guard let constant, weights[place] != 0 else { continue }
                    let moved = Int128(weights[place]) * constant.value
                    let next =
                        knowledge == .exact
                        ? (bias + moved).magnitudeBound : rowBound + layer.largestWeight * constant.bound
                    guard next < 1 << 62 else { continue }
                    (bias, rowBound) = (bias + moved, next)
                    weights[place] = 0
                    changed = true
                }
                biases[row] = Int64(bias)
                bound = max(bound, rowBound)
            }
            nodes[index].operation = .linear(
                layer.replacing(
                    weights: weights, biases: biases, bound: bound, windows: layer.windows))
        }
        return changed
    }

    /// A neuron whose row has no weights, and a bound of its magnitude that the circuit may follow.
    private typealias ConstantNeuron = (value: Int128, bound: Int128)

    /// The neurons that are constants because their row has no weights; nil where the value is not a
    /// linear layer's, seen through activations.
    private func constantNeurons(
        of value: IntegerValue, _ knowledge: WeightKnowledge
    ) -> [ConstantNeuron?]? {
        guard case .node(let index) = value else { return nil }
        switch nodes[index].operation {
        case .linear(let layer):
            return (0..<layer.outputCount).map { row in
                guard layer.row(row).allSatisfy({ $0 == 0 }) else { return nil }
                return (Int128(layer.biases[row]), layer.bound(ofBias: layer.biases[row], knowledge))
            }
        case .rectify(let shift):
            return constantNeurons(of: nodes[index].inputs[0], knowledge)?.map { constant in
                constant.map {
                    (
                        IntegerOperation.rectified($0.value, shift: shift),
                        IntegerOperation.rectified($0.bound, shift: shift)
                    )
                }
            }
        case .square:
            return constantNeurons(of: nodes[index].inputs[0], knowledge)?.map { constant in
                // No bias could hold a larger one; whether it is one follows from the bound alone.
                guard let constant, constant.bound < 1 << 31 else { return nil }
                return (constant.value * constant.value, constant.bound * constant.bound)
            }
        case .add:
            return nil
        }
    }

    /// Empties the rows of hidden linear layers whose neurons nobody reads. Returns whether anything
    /// changed.
    private mutating func dropUnreadNeurons() throws(NetworkError) -> Bool {
        let read = try readNeurons()
        var changed = false
        for index in nodes.indices.dropLast() {
            guard case .linear(let layer) = nodes[index].operation else { continue }
            var weights = layer.weights
            var biases = layer.biases
            for row in 0..<layer.outputCount where !read[index][row] {
                let columns = row * layer.inputCount..<(row + 1) * layer.inputCount
                guard biases[row] != 0 || weights[columns].contains(where: { $0 != 0 }) else { continue }
                for column in columns { weights[column] = 0 }
                biases[row] = 0
                changed = true
            }
            let windows = layer.windows?.enumerated().map { read[index][$0.offset] ? $0.element : 0...0 }
            nodes[index].operation = .linear(
                layer.replacing(weights: weights, biases: biases, bound: 0, windows: windows))
        }
        return changed
    }

    /// For every node, which of its neurons the logits depend on.
    package func readNeurons() throws(NetworkError) -> [[Bool]] { try readValues().nodes }

    /// Which elements of the input, and which neurons of every node, the logits depend on: as far as zeros say so,
    /// whatever the other weights are.
    package func readValues() throws(NetworkError) -> (input: [Bool], nodes: [[Bool]]) {
        let counts = try nodeCounts()
        var read = counts.map { [Bool](repeating: false, count: $0) }
        read[nodes.count - 1] = read[nodes.count - 1].map { _ in true }
        var input = [Bool](repeating: false, count: inputShape.count)
        for index in nodes.indices.reversed() {
            for value in nodes[index].inputs {
                func markRead(_ element: Int) {
                    switch value {
                    case .input: input[element] = true
                    case .node(let source): read[source][element] = true
                    }
                }
                switch nodes[index].operation {
                case .linear(let layer):
                    for row in 0..<layer.outputCount where read[index][row] {
                        for (column, weight) in layer.row(row).enumerated() where weight != 0 {
                            markRead(column)
                        }
                    }
                case .rectify, .square, .add:
                    for neuron in 0..<counts[index] where read[index][neuron] { markRead(neuron) }
                }
            }
        }
        return (input, read)
    }
}

extension IntegerLinear {
    fileprivate var largestWeight: Int128 { 1 << Int128(weightBits - 1) - 1 }

    /// A bound of a bias's magnitude: itself, or what its declared bits allow.
    fileprivate func bound(ofBias bias: Int64, _ knowledge: WeightKnowledge) -> Int128 {
        knowledge == .exact ? Int128(bias).magnitudeBound : 1 << Int128(biasBits - 1) - 1
    }

    /// Returns the layer with other values; the declared bias bits grow where the bound of the biases'
    /// magnitudes needs it.
    fileprivate func replacing(
        weights: [Int32], biases: [Int64], bound: Int128, windows: [ClosedRange<Int128>]?
    ) -> IntegerLinear {
        let needed = 128 - bound.leadingZeroBitCount + 1
        return IntegerLinear(
            outputCount: outputCount, inputCount: inputCount, weights: weights, biases: biases,
            weightBits: weightBits, biasBits: max(biasBits, needed), windows: windows)
    }
}

extension Int128 {
    fileprivate var magnitudeBound: Int128 { Int128(magnitude) }
}
