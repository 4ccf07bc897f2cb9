package import NeuralNetworks

extension IntegerNetwork {
    /// Returns a network that computes the same logits without what pruning made pointless.
    ///
    /// A neuron without incoming weights is a constant: it moves into the biases of the layers that read
    /// it. A neuron that nobody reads loses its weights. Both go on until nothing changes, so a hidden
    /// row without weights has the bias 0 afterwards. Declared bias bits grow only where a moved constant
    /// needs it.
    ///
    /// - Throws: what `validate()` throws.
    /// - Complexity: O(layers × weights).
    package func simplified() throws(NetworkError) -> IntegerNetwork {
        var result = self
        var changed = true
        while changed {
            changed = result.foldConstantNeurons()
            if try result.dropUnreadNeurons() { changed = true }
        }
        return result
    }

    /// Moves the constants of hidden neurons without incoming weights into the layers that read them.
    /// Returns whether anything changed.
    private mutating func foldConstantNeurons() -> Bool {
        var changed = false
        for index in nodes.indices {
            guard case .linear(let layer) = nodes[index].operation,
                let constants = constantValues(of: nodes[index].inputs[0])
            else { continue }
            var weights = layer.weights
            var biases = layer.biases
            for row in 0..<layer.outputCount {
                for (column, constant) in constants.enumerated() {
                    guard let constant, weights[row * layer.inputCount + column] != 0 else { continue }
                    let moved = Int128(weights[row * layer.inputCount + column]) * constant
                    guard let bias = Int64(exactly: Int128(biases[row]) + moved), bias.magnitude < 1 << 62
                    else { continue }
                    biases[row] = bias
                    weights[row * layer.inputCount + column] = 0
                    changed = true
                }
            }
            if changed { nodes[index].operation = .linear(layer.replacing(weights: weights, biases: biases)) }
        }
        return changed
    }

    /// The values of the neurons that are constants because their row has no weights, per neuron; nil
    /// where the value is not a linear layer's, seen through rectifications.
    private func constantValues(of value: IntegerValue) -> [Int128?]? {
        guard case .node(let index) = value else { return nil }
        switch nodes[index].operation {
        case .linear(let layer):
            return (0..<layer.outputCount).map { row in
                layer.row(row).allSatisfy { $0 == 0 } ? Int128(layer.biases[row]) : nil
            }
        case .rectify(let shift):
            let rounding: Int128 = shift == 0 ? 0 : 1 << (shift - 1)
            return constantValues(of: nodes[index].inputs[0])?.map { constant in
                constant.map { max(0, $0 + rounding) >> Int128(shift) }
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
            if changed { nodes[index].operation = .linear(layer.replacing(weights: weights, biases: biases)) }
        }
        return changed
    }

    /// For every node, which of its neurons the logits depend on.
    package func readNeurons() throws(NetworkError) -> [[Bool]] {
        let counts = try nodeCounts()
        var read = counts.map { [Bool](repeating: false, count: $0) }
        read[nodes.count - 1] = read[nodes.count - 1].map { _ in true }
        for index in nodes.indices.reversed() {
            for case .node(let source) in nodes[index].inputs {
                switch nodes[index].operation {
                case .linear(let layer):
                    for row in 0..<layer.outputCount where read[index][row] {
                        for (column, weight) in layer.row(row).enumerated() where weight != 0 {
                            read[source][column] = true
                        }
                    }
                case .rectify, .add:
                    for neuron in 0..<counts[index] where read[index][neuron] { read[source][neuron] = true }
                }
            }
        }
        return read
    }
}

extension IntegerLinear {
    /// Returns the layer with other values; the declared bias bits grow where a bias needs it.
    fileprivate func replacing(weights: [Int32], biases: [Int64]) -> IntegerLinear {
        let needed = biases.map { 64 - $0.magnitude.leadingZeroBitCount + 1 }.max() ?? 1
        return IntegerLinear(
            outputCount: outputCount, inputCount: inputCount, weights: weights, biases: biases,
            weightBits: weightBits, biasBits: max(biasBits, needed))
    }
}
