import NeuralNetworks

/// Small images and networks for tests.
enum Sample {
    /// Images of bars: the class says which row is bright, on a noisy ground.
    static func bars(count: Int, seed: UInt64) -> LabeledImages {
        let (size, classes) = (8, 6)
        var generator = SeededGenerator(seed: seed)
        var (pixels, labels): ([UInt8], [UInt8]) = ([], [])
        for _ in 0..<count {
            let label = Int.random(in: 0..<classes, using: &generator)
            for row in 0..<size {
                for _ in 0..<size {
                    let range: ClosedRange<UInt8> = row == label + 1 ? 110...255 : 0...120
                    pixels.append(.random(in: range, using: &generator))
                }
            }
            labels.append(UInt8(label))
        }
        return LabeledImages(width: size, height: size, classCount: classes, pixels: pixels, labels: labels)
    }

    /// A perceptron that was trained on bars.
    static func trained(
        epochs: Int = 8, hidden: Int = 12, activation: Activation = .relu, seed: UInt64 = 1
    ) throws -> Network {
        var generator = SeededGenerator(seed: seed)
        var network = Network.multilayerPerceptron(
            widths: [64, hidden, 6], activation: activation, using: &generator)
        try network.train(
            on: bars(count: 600, seed: 2),
            options: TrainingOptions(epochs: epochs, batchSize: 32, learningRate: 0.01, shiftDistance: 0),
            using: &generator)
        return network
    }
}
