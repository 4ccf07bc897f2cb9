import Espalier

extension PruningReport {
    /// A report with plausible numbers, made up for tests.
    static var sample: PruningReport {
        PruningReport(
            dataset: Dataset(
                name: "MNIST", origin: "drawn by hand, 28 × 28 grey pixels", trainingImages: 60_000,
                testImages: 10_000),
            architecture: "784–128–ReLU–10", seed: 42, command: "espalier demo --seed 42",
            training: Training(epochs: 12, seconds: 38.4, floatAccuracy: 0.9784), levels: sampleLevels,
            proof: sampleProof)
    }

    private static var sampleLevels: [Level] {
        [
            level(0, .oneShot, 101_632, 0.9784, 0.9782, 3_004, 105_210),
            level(0.5, .oneShot, 50_816, 0.9771, 0.9770, 2_871, 54_360),
            level(0.5, .retrained, 50_816, 0.9791, 0.9790, 2_866, 54_355),
            level(0.8, .oneShot, 20_326, 0.9523, 0.9519, 2_612, 23_608),
            level(0.8, .retrained, 20_326, 0.9786, 0.9785, 2_598, 23_594),
            level(0.9, .oneShot, 10_163, 0.7915, 0.7922, 2_377, 13_030),
            level(0.9, .retrained, 10_163, 0.9761, 0.9759, 2_340, 12_993),
            level(0.95, .oneShot, 5_082, 0.5208, 0.5211, 2_004, 7_361),
            level(0.95, .retrained, 5_082, 0.9660, 0.9655, 1_958, 7_310),
            level(1, .oneShot, 0, 0.0980, 0.0980, 10, 10),
        ]
    }

    private static func level(
        _ sparsity: Double, _ method: Method, _ weights: Int, _ float: Double, _ integer: Double,
        _ embedded: Int, _ priv: Int
    ) -> Level {
        let isEmpty = weights == 0
        let inner = isEmpty ? 0 : embedded - 10
        let products = isEmpty ? 0 : priv - embedded
        return Level(
            sparsity: sparsity, method: method, survivingWeights: weights, floatAccuracy: float,
            integerAccuracy: integer,
            embedded: Constraints(
                total: embedded,
                regions: [
                    Region(name: "input", constraints: 0), Region(name: "layer1", constraints: 0),
                    Region(name: "relu1", constraints: inner), Region(name: "layer2", constraints: 0),
                    Region(name: "output", constraints: 10),
                ]),
            private: Constraints(
                total: priv,
                regions: [
                    Region(name: "input", constraints: 0),
                    Region(name: "layer1", constraints: products - products / 80),
                    Region(name: "relu1", constraints: inner),
                    Region(name: "layer2", constraints: products / 80),
                    Region(name: "output", constraints: 10),
                ]))
    }

    private static var sampleProof: Proof {
        Proof(
            circuit: "90 % pruned, retrained, private weights", constraints: 12_993, domainSize: 16_384,
            circuitBytes: 1_834_112, provingKeyBytes: 9_876_543, verifyingKeyBytes: 51_204, proofBytes: 128,
            setupSeconds: 2.871, proveSeconds: 0.8734, verifySeconds: 0.00312, image: sampleImage,
            predictedClass: 7,
            logits: [-41_204, -58_112, 3_870, 20_115, -77_310, -30_008, -120_664, 131_072, -12_450, 41_900],
            refusals: [
                Refusal(attack: "One pixel changed", reason: "The pairing equation does not hold."),
                Refusal(attack: "One logit raised by 1", reason: "The pairing equation does not hold."),
                Refusal(attack: "Logit + r", reason: "publicValues[3] is not below the modulus."),
                Refusal(attack: "A byte of the proof flipped", reason: "proof.b is not on the curve."),
                Refusal(attack: "Another model’s key", reason: "The verifying key is not the pinned one."),
            ])
    }

    /// A seven of two strokes.
    private static var sampleImage: Image {
        let pixels = (0..<784).map { index in
            let (row, column) = (index / 28, index % 28)
            let bar = (6...8).contains(row) && (6...20).contains(column)
            let middle = 20.0 - Double(row - 7) * 0.55
            let distance = abs(Double(column) - middle)
            let stem = (8...23).contains(row) && distance < 2
            return bar ? 255 : stem ? UInt8(255 - distance * 100) : UInt8(0)
        }
        return Image(width: 28, height: 28, pixels: pixels, index: 1_717, label: 7)
    }
}
