public import NeuralNetworks

extension Network {
    /// Trains on with weights and biases that are rounded in every pass as `quantized(_:rowScales:calibratedOn:)`
    /// rounds them, so that what survives learns to make up for it.
    ///
    /// The parameters themselves stay unrounded; the gradient at the rounded ones moves them (the
    /// straight-through estimator of Bengio, Léonard and Courville, 2013). Shifts of activations are not
    /// imitated. Masks are kept.
    ///
    /// With `windowBits`, rows before activations keep the scales that fit when training begins, and are held inside
    /// their windows by projection onto an L1 ball, which sets small weights to zero: training then chooses what a
    /// row spends its window on.
    ///
    /// - Parameter options: those that the network will be quantized with.
    /// - Returns: the scales of rows with windows, for quantization.
    /// - Throws: `QuantizationError`, and what `train(on:options:using:progress:)` throws as its `network`. The
    ///   network is then as before.
    /// - Complexity: that of training, and one quantization per 16 steps.
    public mutating func train(
        roundedBy options: QuantizationOptions, on images: LabeledImages, training: TrainingOptions,
        using generator: inout some RandomNumberGenerator,
        progress: ((TrainingProgress) -> Void)? = nil
    ) throws(QuantizationError) -> RowScales {
        // What a bias or a window refuses is refused at the end, not in the middle of training.
        let passOptions = QuantizationOptions(
            weightBits: options.weightBits, activationBits: nil, windowBits: options.windowBits)
        let ranges: ActivationRange
        do {
            try validate()
            ranges = try ActivationRange(of: [], in: self, on: images)
        } catch { throw .network(error) }
        // A network that cannot be quantized at all is refused before any training.
        _ = try quantizer(passOptions, ranges).result()
        var guide = RoundingGuide(self, options: passOptions, ranges: ranges)
        do throws(NetworkError) {
            try train(on: images, options: training, guidedBy: &guide, using: &generator, progress: progress)
        } catch { throw guide.failure ?? .network(error) }
        return guide.rowScales
    }
}
