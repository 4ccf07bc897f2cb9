public import NeuralNetworks

extension Network {
    /// Returns the network in exact integer arithmetic, and what became of each layer.
    ///
    /// Every linear layer has one symmetric scale: its largest |w| becomes 2^(weightBits−1) − 1. Biases are
    /// integers in the accumulator's scale, with the fewest declared bits that hold those of the layer. A
    /// rectifier shifts by the least power of two that brings all but one in 10,000 of its activations on the
    /// calibration images below 2^activationBits. The scales that are left over only ever multiply logits,
    /// so they fall away; so do a final softmax or argmax.
    ///
    /// A square has no shift: its value's scale is the square of its input's.
    ///
    /// With `windowBits`, the rows of a layer before a rectifier have scales of their own instead: the finest
    /// whose sums fit the window, of 2^windowBits on either side of 0. These rectifiers do not shift.
    ///
    /// The two values that an `add` reads are brought to one scale by rounding the finer one's weights more
    /// coarsely, where both come from linear layers.
    ///
    /// - Parameter images: some thousand suffice; not needed where `activationBits` is `nil`.
    /// - Throws: `QuantizationError`, naming the node.
    public func quantized(
        _ options: QuantizationOptions = QuantizationOptions(), calibratedOn images: LabeledImages
    ) throws(QuantizationError) -> (network: IntegerNetwork, summary: QuantizationSummary) {
        let ranges: ActivationRange
        do {
            try validate()
            let rectified = options.activationBits == nil ? [] : rectifiedValues
            ranges = try ActivationRange(
                of: rectified, in: self, on: images.coarsened(toBits: options.inputBits))
        } catch { throw .network(error) }
        return try quantizer(options, ranges).result()
    }

    /// The quantizer of the validated network, with every node appended.
    func quantizer(
        _ options: QuantizationOptions, _ ranges: ActivationRange
    ) throws(QuantizationError) -> Quantizer {
        let nodes = nodesOfOutput
        var quantizer = try Quantizer(self, nodes: nodes, options: options, ranges: ranges)
        for node in nodes { try quantizer.append(node) }
        return quantizer
    }

    var rectifiedValues: Set<ValueName> {
        Set(nodesOfOutput.filter { $0.operation == .rectify }.map(\.output))
    }

    /// The nodes that the output depends on, without a final softmax or argmax.
    private var nodesOfOutput: [Node] {
        var needed: Set<ValueName> = [outputName]
        var kept: [Node] = []
        for node in nodes.reversed() where needed.contains(node.output) {
            needed.formUnion(node.inputs)
            if !node.operation.isClassification { kept.append(node) }
        }
        return kept.reversed()
    }
}
