import NeuralNetworks

// Sums that fill a window.
//
// `max(0, c·z) = c·max(0, z)` for c > 0, and `(c·z)² = c²·z²`: a row before an activation may have any scale of its own,
// if the weights that read its value are multiplied with what comes out before they are rounded. So each row is scaled until its
// integers just fit the window, however its weights are distributed. No constraint and no rounding comes of it.
extension Quantizer {
    /// The bits that the node's sums must fit: where an activation and nothing else reads them, and only linear
    /// nodes read that.
    func windowBits(of node: Network.Node) -> Int? {
        guard let bits = options.windowBits, node.operation.isLinear else { return nil }
        let activations = readers(of: node.output)
        guard activations.count == 1, [.rectify, .square].contains(activations[0].operation) else {
            return nil
        }
        let readers = readers(of: activations[0].output)
        return !readers.isEmpty && readers.allSatisfy(\.operation.isLinear) ? bits : nil
    }

    /// Returns for each row the finest scale whose integers keep |z| < 2^windowBits for every input in range; not
    /// finer than the one that training settled.
    func rowScales(of source: LinearSource, windowBits: Int) throws(QuantizationError) -> [Double] {
        let inputs = try intervals(of: source.input.value)
        let weights = effectiveWeights(of: source)
        return biases(of: source).enumerated().map { row, bias in
            var fit = WindowFit(bias: bias / source.input.scale)
            for (column, input) in inputs.enumerated() {
                fit.add(weights[row * inputs.count + column], input: input)
            }
            return fit.scale(
                windowBits: windowBits, largestWeight: source.largestWeight,
                from: settledScales[source.node.name]?[row])
        }
    }

    func intervals(of value: IntegerValue) throws(QuantizationError) -> [ClosedRange<Double>] {
        guard case .node = value else {
            let largest = Double(network.inputTransform.largestValue)
            return [ClosedRange<Double>](repeating: 0...largest, count: network.inputShape.count)
        }
        do {
            return try integerNetwork.intervals(.exact)[value].map {
                Double($0.lowerBound)...Double($0.upperBound)
            }
        } catch {
            throw .network(error)
        }
    }
}
