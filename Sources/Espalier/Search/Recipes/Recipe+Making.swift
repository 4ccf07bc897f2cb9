import Datasets
import ModelCompression
public import NeuralNetworks

extension Recipe {
    /// Returns the network that the recipe makes of some images.
    ///
    /// - Parameters:
    ///   - hidesWeights: whether windows are published and biases declared, as circuits of hidden weights want.
    ///   - seed: of initial weights and orders of images; every verb gets it.
    /// - Precondition: the recipe has no flaw for these images.
    /// - Throws: `NetworkError` and `QuantizationError`, as the verbs do.
    public func network(
        on images: LabeledImages, hidesWeights: Bool = false, seed: UInt64,
        progress: @escaping ProgressHandler = { _ in }
    ) throws -> QuantizedNetwork {
        var network = try Network.trained(
            on: images, hidden: hidden, activation: activation, skip: skip,
            inputTransform: try InputTransform(bits: inputBits, boxSide: boxSide, of: images),
            options: training(epochs, learningRate), seed: seed, progress: progress)
        for pruning in prunings {
            network = try network.pruned(
                toSparsity: pruning.sparsity, retrainingOn: images, schedule: schedule(pruning.granularity),
                seed: seed, progress: progress)
        }
        let made = try network.quantized(
            quantization(hidesWeights: hidesWeights), training: training(roundedEpochs, roundingRate),
            on: images, seed: seed, progress: progress)
        guard hidesWeights else { return made }
        return QuantizedNetwork(
            integers: try made.integers.publishingWindows(), floats: made.floats, summary: made.summary)
    }

    /// What pruning removes, one after the other, as fractions of all there was.
    var prunings: [(granularity: PruningGranularity, sparsity: Double)] {
        var prunings: [(granularity: PruningGranularity, sparsity: Double)] = []
        if pixelSparsity > 0 { prunings.append((.pixel, pixelSparsity)) }
        if sparsity > 0 {
            // Weights that went with their pixels count as removed. To four digits, for commands that people read.
            let total = ((1 - (1 - pixelSparsity) * (1 - sparsity)) * 10_000).rounded() / 10_000
            prunings.append((blockRows > 1 ? .block(rows: blockRows) : .weight, total))
        }
        return prunings
    }

    /// Bits that biases are declared to have where weights are hidden; enough for what fits the windows.
    static let hiddenBiasBits = 40

    private func training(_ epochs: Int, _ rate: Double) -> TrainingOptions {
        TrainingOptions(epochs: epochs, learningRate: Float(rate), shiftDistance: shift)
    }

    private func schedule(_ granularity: PruningGranularity) -> PruningSchedule {
        PruningSchedule(
            criterion: criterion, granularity: granularity, steps: pruningSteps,
            intermediate: training(stepEpochs, pruningRate), final: training(prunedEpochs, pruningRate))
    }

    private func quantization(hidesWeights: Bool) -> QuantizationOptions {
        QuantizationOptions(
            weightBits: weightBits, biasBits: hidesWeights ? Self.hiddenBiasBits : nil,
            activationBits: windowBits == nil ? 8 : nil, windowBits: windowBits)
    }
}
