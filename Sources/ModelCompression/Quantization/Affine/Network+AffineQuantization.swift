public import NeuralNetworks

extension Network {
    /// Returns a multilayer perceptron in affine uint8 arithmetic (ZEN, eprint 2021/087).
    ///
    /// Weights have one scale per output channel, s_W,j = max |w| / 127, and the zero point 128; a channel's
    /// scale is made coarser where its multiplier M = ⌊2^k s_W,j s_X / s_Y⌋ would fall below 256. Values of a
    /// layer have one scale, from the least and the largest one on the calibration images, made coarser where a
    /// multiplier would not fit its declared bits. Pixels have the scale 1/255 and the zero point 0. Weights that
    /// round to 0 are pruned from then on.
    ///
    /// - Parameter images: some thousand suffice.
    /// - Throws: `QuantizationError`; `notAPerceptron` unless the network is a chain of linear layers with a
    ///   rectifier between every two, and flatten, reshape, or a final softmax or argmax beside these.
    public func affineQuantized(
        _ options: AffineQuantizationOptions = AffineQuantizationOptions(), calibratedOn images: LabeledImages
    ) throws(QuantizationError) -> AffineNetwork {
        let chain = try perceptronLayers()
        let ranges: ValueRange
        do {
            ranges = try ValueRange(of: Set(chain.map(\.output)), in: self, on: images)
        } catch { throw .network(error) }
        var quantizer = AffineQuantizer(self, options: options)
        for node in chain { try quantizer.append(node, range: ranges[node.output]) }
        do {
            return try AffineNetwork(layers: quantizer.layers)
        } catch { throw .network(error) }
    }

    /// The linear layers of a perceptron, in order.
    private func perceptronLayers() throws(QuantizationError) -> [Node] {
        do { try validate() } catch { throw .network(error) }
        var value = inputName
        var layers: [Node] = []
        var isRectified = true
        for node in nodes {
            guard node.inputs == [value] else { throw .notAPerceptron(node: node.name) }
            switch node.operation {
            case .linear:
                guard isRectified else { throw .notAPerceptron(node: node.name) }
                layers.append(node)
                isRectified = false
            case .rectify:
                guard !isRectified else { throw .notAPerceptron(node: node.name) }
                isRectified = true
            case .flatten, .reshape, .softmax, .argmax: break
            case .square, .add: throw .notAPerceptron(node: node.name)
            }
            value = node.output
        }
        guard let last = layers.last else { throw .nothingToCompute }
        guard !isRectified else { throw .notAPerceptron(node: last.name) }
        return layers
    }
}
