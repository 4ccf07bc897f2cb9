import Gadgets
public import NeuralNetworks

extension IntegerNetwork {
    /// Returns the same network with a published window for every neuron of every linear layer: the narrowest
    /// that tells no more than its size in bits.
    ///
    /// Circuits of hidden weights then need no wider windows than those of embedded ones. Where a rectifier reads
    /// the sum, the window is all that the rectifier of that size takes; elsewhere −2^b … 2^b − 1. What is
    /// published of a row is therefore about log₂ of Σ|w|·max x. Windows that the network had are replaced.
    ///
    /// - Throws: as `intervals(_:)`.
    public func publishingWindows() throws(NetworkError) -> IntegerNetwork {
        let intervals = try intervals(.exact)
        var result = self
        for index in nodes.indices {
            guard case .linear(let layer) = nodes[index].operation else { continue }
            let shift = rectifier(readingNode: index)?.shift
            result.nodes[index].operation = .linear(
                IntegerLinear(
                    outputCount: layer.outputCount, inputCount: layer.inputCount, weights: layer.weights,
                    biases: layer.biases, weightBits: layer.weightBits, biasBits: layer.biasBits,
                    windows: intervals.nodes[index].map { window in
                        shift.map { Rectification.window(around: window, shift: $0) }
                            ?? Window.signedPowerOfTwo(around: window)
                    }))
        }
        return result
    }

    /// Demands that no sum can leave its published window on any input in range.
    func requireSoundWindows() throws(NetworkError) {
        let intervals = try intervals(.exact)
        for (node, exact) in zip(nodes, intervals.nodes) {
            guard case .linear(let layer) = node.operation, let windows = layer.windows else { continue }
            for (window, interval) in zip(windows, exact)
            where interval.lowerBound < window.lowerBound || interval.upperBound > window.upperBound {
                throw NetworkError(.windowTooNarrow, at: node.name)
            }
        }
    }

    /// The first rectifier that reads this node's value; nil where there is none.
    func rectifier(readingNode index: Int) -> (node: Int, shift: Int)? {
        for (position, node) in nodes.enumerated() where node.inputs == [.node(index)] {
            if case .rectify(let shift) = node.operation { return (position, shift) }
        }
        return nil
    }
}
