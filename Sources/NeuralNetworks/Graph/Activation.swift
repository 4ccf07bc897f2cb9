/// What stands between two linear layers of a perceptron.
public enum Activation: String, Codable, CaseIterable, Sendable {
    /// `max(0, x)`. In a circuit it costs the bits of each neuron's window.
    case relu
    /// `x²`. In a circuit it costs one constraint for each neuron, whatever the window.
    case square
}

extension Activation {
    package var operation: FloatOperation {
        switch self {
        case .relu: .rectify
        case .square: .square
        }
    }

    /// The bound of the initial weights of a layer of `inputCount` inputs before the activation: they are
    /// uniform in ± it.
    ///
    /// - relu: √(6/n), which keeps the mean square of the values from layer to layer (He et al., 2015).
    /// - square: √(√3/n). With inputs of mean square q a sum then has the variance v = q/√3, and its square, for
    ///   a sum of many terms, the mean square 3v² = q². So inputs of mean square at most 1, as pixels are, never
    ///   grow, however many layers follow; with √(6/n) they would be 12 q², and grow without end above 1/12.
    func initialBound(inputCount: Int) -> Float {
        switch self {
        case .relu: (6 / Float(inputCount)).squareRoot()
        case .square: (Float(3).squareRoot() / Float(inputCount)).squareRoot()
        }
    }
}
