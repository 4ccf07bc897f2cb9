public import NeuralNetworks

/// What the weights of a network are worth, by parameter and element: pruning removes the lowest scores first.
///
/// A group of weights is worth the mean of its surviving members' scores, so that groups of unequal sizes compare by what
/// a removed weight costs.
public struct WeightScores: Hashable, Sendable {
    private var scores: [String: [Float]]

    /// - Parameter scores: by the names of weight matrices, one finite number per element.
    public init(_ scores: [String: [Float]]) { self.scores = scores }

    package subscript(name: String) -> [Float] { scores[name]! }

    /// `|w|`.
    public static func magnitude(of network: Network) -> WeightScores {
        WeightScores(
            Dictionary(
                uniqueKeysWithValues: network.weightNames.map {
                    ($0, network.parameters[$0]!.tensor.elements.map(abs))
                }))
    }

    /// `|w| · √(mean of g²)` with the gradients of batches of 128 images; some thousand images suffice.
    ///
    /// - Throws: as `meanSquaredGradients(on:)`.
    public static func saliency(
        of network: Network, on images: LabeledImages
    ) throws(NetworkError) -> WeightScores {
        let squares = try network.meanSquaredGradients(on: images)
        return WeightScores(
            Dictionary(
                uniqueKeysWithValues: network.weightNames.map { name in
                    let weights = network.parameters[name]!.tensor.elements
                    return (name, zip(weights, squares[name]!.elements).map { abs($0) * $1.squareRoot() })
                }))
    }

    /// Uniform in 0 ..< 1.
    public static func random(
        of network: Network, using generator: inout some RandomNumberGenerator
    ) -> WeightScores {
        var scores: [String: [Float]] = [:]
        for name in network.weightNames {
            scores[name] = network.parameters[name]!.tensor.elements.map { _ in
                Float.random(in: 0..<1, using: &generator)
            }
        }
        return WeightScores(scores)
    }
}
