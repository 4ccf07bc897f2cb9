/// Runs an affine network in words that are known to hold every integer on the way.
struct AffineExecutor<Word: FixedWidthInteger & SignedInteger & Sendable>: Sendable {
    private struct Layer: Sendable {
        /// Q_W − z_W by input: those of all outputs for one input lie together.
        let weights: [Word]
        let offsets: [Word]
        let multipliers: [Word]
        let inputZeroPoint: Word
        let outputZeroPoint: Word
        let fractionBits: Word

        init(_ layer: AffineLayer, inputZeroPoint: Int) {
            var weights = [Word](repeating: 0, count: layer.weights.count)
            for row in 0..<layer.outputCount {
                for (column, weight) in layer.row(row).enumerated() {
                    weights[column * layer.outputCount + row] =
                        Word(weight) - Word(AffineLayer.weightZeroPoint)
                }
            }
            self.weights = weights
            offsets = (0..<layer.outputCount).map { Word(layer.offset(ofRow: $0)) }
            multipliers = layer.multipliers.map { Word($0) }
            self.inputZeroPoint = Word(inputZeroPoint)
            outputZeroPoint = Word(layer.outputZeroPoint)
            fractionBits = Word(layer.fractionBits)
        }

        /// Q_Y of Q_X.
        func outputs(for input: [Word]) -> [Word] {
            var sums = offsets
            sums.withUnsafeMutableBufferPointer { sums in
                weights.withUnsafeBufferPointer { weights in
                    for (index, quantized) in input.enumerated() where quantized != inputZeroPoint {
                        let x = quantized - inputZeroPoint
                        let column = weights.baseAddress! + index * sums.count
                        for row in 0..<sums.count { sums[row] &+= column[row] &* x }
                    }
                }
            }
            // The arithmetic shift rounds down.
            return zip(multipliers, sums).map { ($0 * $1) >> fractionBits }
        }
    }

    private let layers: [Layer]

    init(_ network: AffineNetwork) {
        layers = network.layers.enumerated().map { index, layer in
            Layer(layer, inputZeroPoint: network.inputZeroPoint(ofLayer: index))
        }
    }

    /// Returns Q_Y of every layer, before ReLU, for an input in range.
    func outputs(for input: [Word]) -> [[Word]] {
        var outputs: [[Word]] = []
        var value = input
        for layer in layers {
            outputs.append(layer.outputs(for: value))
            value = outputs[outputs.count - 1].map { max($0, layer.outputZeroPoint) }
        }
        return outputs
    }
}
