/// A multilayer perceptron in affine uint8 arithmetic: the single definition of what ZEN's circuits prove here.
///
/// The input is a vector of integers in 0 … 255 with zero point z_X. Each layer computes its Q_Y
/// (`AffineLayer`); between two layers stands ReLU, `max(Q, z)`. The Q_Y of the last layer are the logits; the
/// answer is the index of the largest, the lowest one where several are equal.
///
/// Q_Y is *not* cut off at 0 and 255: a value that calibration did not foresee is carried on as it is, and
/// circuits give it the bits that intervals say it may need.
public struct AffineNetwork: Hashable, Sendable {
    /// z_X of the input.
    public let inputZeroPoint: Int
    public let layers: [AffineLayer]

    /// - Throws: `emptyNetwork` without layers, `shapeMismatch` or `duplicateName` naming the layer that does not
    ///   fit, `overflow` naming the layer in which a value could leave ±2^80.
    public init(inputZeroPoint: Int = 0, layers: [AffineLayer]) throws(NetworkError) {
        precondition((0...255).contains(inputZeroPoint), "a zero point is a uint8")
        guard !layers.isEmpty else { throw NetworkError(.emptyNetwork, at: "network") }
        for (layer, next) in zip(layers, layers.dropFirst()) where next.inputCount != layer.outputCount {
            throw NetworkError(.shapeMismatch, at: next.name)
        }
        for (index, layer) in layers.enumerated()
        where layers[..<index].contains(where: { $0.name == layer.name }) {
            throw NetworkError(.duplicateName, at: layer.name)
        }
        self.inputZeroPoint = inputZeroPoint
        self.layers = layers
        _ = try windows(followingMask: false)
    }

    public var inputCount: Int { layers[0].inputCount }

    public var outputCount: Int { layers[layers.count - 1].outputCount }

    /// The zero point of a layer's input.
    public func inputZeroPoint(ofLayer index: Int) -> Int {
        index == 0 ? inputZeroPoint : layers[index - 1].outputZeroPoint
    }

    /// The number of weights of all layers.
    public var weightCount: Int { layers.reduce(0) { $0 + $1.weights.count } }

    /// The number of weights that are not pruned.
    public var survivingWeightCount: Int { layers.reduce(0) { $0 + $1.survivingWeightCount } }

    /// For every hidden layer, which of its neurons a surviving weight behind it reads, directly or through
    /// others; all of the last layer.
    package func readNeurons() -> [[Bool]] {
        var read = layers.map { [Bool](repeating: false, count: $0.outputCount) }
        read[layers.count - 1] = read[layers.count - 1].map { _ in true }
        for index in layers.indices.dropFirst().reversed() {
            let layer = layers[index]
            for row in 0..<layer.outputCount where read[index][row] {
                for column in 0..<layer.inputCount where layer.survives(row: row, column: column) {
                    read[index - 1][column] = true
                }
            }
        }
        return read
    }
}
