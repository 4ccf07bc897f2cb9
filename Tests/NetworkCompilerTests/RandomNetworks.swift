import NeuralNetworks

/// Graphs with what networks seldom have: dead neurons and pixels, sums, activations one after the other or
/// on the input, large shifts, zero biases.
enum RandomNetworks {
    /// Returns a network whose public facts (graph, mask, shifts, declared bits) follow `maskSeed`, and
    /// whose private values follow `valueSeed`.
    static func graph(maskSeed: UInt64, valueSeed: UInt64) -> IntegerNetwork {
        var shape = SeededGenerator(seed: maskSeed)
        var values = SeededGenerator(seed: valueSeed)
        let inputCount = Int.random(in: 1...5, using: &shape)
        // With the number of elements, and a bound of their bits.
        var counts: [(IntegerValue, Int, bits: Int)] = [(.input, inputCount, 8)]
        var nodes: [IntegerNetwork.Node] = []
        let length = Int.random(in: 2...7, using: &shape)
        for index in 0..<length {
            let source = counts.suffix(3).randomElement(using: &shape)!
            let partners = counts.filter { $0.1 == source.1 }
            let operation: IntegerOperation
            var inputs = [source.0]
            var count = source.1
            var bits = source.bits
            switch Int.random(in: 0..<6, using: &shape) {
            case 0..<2:
                count = Int.random(in: 1...5, using: &shape)
                operation = .linear(
                    linear(count, source.1, shape: &shape, values: &values))
                bits += 11
            case 2, 3:
                operation = .rectify(shift: [0, 0, 1, 3, 7, 12, 20].randomElement(using: &shape)!)
            case 4 where bits <= 20:
                // Seven nodes behind it keep a square of 40 bits inside a quarter of the field.
                operation = .square
                bits *= 2
            default:
                let partner = partners.randomElement(using: &shape)!
                inputs.append(partner.0)
                operation = .add
                bits = max(bits, partner.bits) + 1
            }
            nodes.append(.init(name: "node\(index)", operation: operation, inputs: inputs))
            counts.append((.node(index), count, bits))
        }
        return IntegerNetwork(
            inputShape: [inputCount], inputBits: Int.random(in: 1...8, using: &shape), nodes: nodes)
    }

    private static func linear(
        _ outputs: Int, _ inputs: Int, shape: inout SeededGenerator, values: inout SeededGenerator
    ) -> IntegerLinear {
        let density = [0, 0.3, 0.6, 1].randomElement(using: &shape)!
        let weightBits = Int.random(in: 2...8, using: &shape)
        let biasBits = Int.random(in: 1...10, using: &shape)
        let (largestWeight, largestBias) = (Int32(1) << (weightBits - 1) - 1, Int64(1) << (biasBits - 1) - 1)
        let weights = (0..<outputs * inputs).map { _ -> Int32 in
            let magnitude = Int32.random(in: 1...largestWeight, using: &values)
            let weight = Bool.random(using: &values) ? magnitude : -magnitude
            return Double.random(in: 0..<1, using: &shape) < density ? weight : 0
        }
        let biases = (0..<outputs).map { _ -> Int64 in
            let bias = Int64.random(in: -largestBias...largestBias, using: &values)
            return Int.random(in: 0..<3, using: &values) == 0 ? 0 : bias
        }
        return IntegerLinear(
            outputCount: outputs, inputCount: inputs, weights: weights, biases: biases,
            weightBits: weightBits, biasBits: biasBits)
    }
}
