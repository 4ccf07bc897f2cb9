import ModelCompression
import NeuralNetworks

/// Random scores for every weight of a network.
struct RandomScores {
    private var scores: [String: [Float]] = [:]

    init(_ network: Network, seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for (name, parameter) in network.parameters where name.hasSuffix(".weight") {
            scores[name] = parameter.tensor.elements.map { _ in Float.random(in: -1...1, using: &generator) }
        }
    }

    var weightScores: WeightScores { WeightScores(scores) }

    func mean(of weights: Set<Weight>) -> Double {
        weights.reduce(0) { $0 + Double(scores[$1.layer + ".weight"]![$1.index]) } / Double(weights.count)
    }
}
