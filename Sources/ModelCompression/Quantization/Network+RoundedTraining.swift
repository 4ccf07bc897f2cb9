public import NeuralNetworks

extension Network {
    /// Trains on with weights and biases that are rounded in every pass as `quantized(_:calibratedOn:)` rounds
    /// them, so that what survives learns to make up for it.
    ///
    /// The parameters themselves stay unrounded; the gradient at the rounded ones moves them (the
    /// straight-through estimator of Bengio, Léonard and Courville, 2013). Shifts of activations are not
    /// imitated. Masks are kept.
    ///
    /// - Parameter options: those that the network will be quantized with.
    /// - Throws: `QuantizationError`, and what `train(on:options:using:progress:)` throws as its `network`. The
    ///   network is then as before.
    /// - Complexity: that of training, and one quantization per step.
    public mutating func train(
        roundedBy options: QuantizationOptions, on images: LabeledImages, training: TrainingOptions,
        using generator: inout some RandomNumberGenerator,
        progress: ((TrainingProgress) -> Void)? = nil
    ) throws(QuantizationError) {
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
        var failure: QuantizationError?
        do throws(NetworkError) {
            try train(
                on: images, options: training,
                seenAs: { (network: inout Network) throws(NetworkError) in
                    do throws(QuantizationError) {
                        try network.quantizer(passOptions, ranges).writeRounded(to: &network)
                    } catch {
                        failure = error
                        throw NetworkError(.notFinite, at: "loss")
                    }
                }, using: &generator, progress: progress)
        } catch { throw failure ?? .network(error) }
    }
}
