public import NeuralNetworks

extension IntegerNetwork {
    /// Returns what everybody may know of a network whose weights are hidden: its graph, mask, shifts, declared bits
    /// and published windows. Every weight that survives is 1, every bias 0.
    ///
    /// With hidden weights its circuit is that of the network itself.
    public func shape() -> IntegerNetwork {
        var shape = self
        for index in nodes.indices {
            guard case .linear(let layer) = nodes[index].operation else { continue }
            shape.nodes[index].operation = .linear(
                IntegerLinear(
                    outputCount: layer.outputCount, inputCount: layer.inputCount,
                    weights: layer.weights.map { $0 == 0 ? 0 : 1 },
                    biases: layer.biases.map { _ in 0 }, weightBits: layer.weightBits,
                    biasBits: layer.biasBits, windows: layer.windows))
        }
        return shape
    }
}
