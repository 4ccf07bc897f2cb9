import NeuralNetworks

/// Turns the linear layers of a perceptron into affine ones, one after the other.
struct AffineQuantizer {
    private let network: Network
    private let options: AffineQuantizationOptions
    private(set) var layers: [AffineLayer] = []
    /// s_X of the next layer.
    private var inputScale = 1.0 / 255

    init(_ network: Network, options: AffineQuantizationOptions) {
        self.network = network
        self.options = options
    }

    /// - Parameter range: the least and the largest value of the layer on the calibration images.
    mutating func append(
        _ node: Network.Node, range: ClosedRange<Float>
    ) throws(QuantizationError) {
        guard case .linear(let weightsName, let biasName) = node.operation else {
            preconditionFailure("a perceptron's layer is a linear node")
        }
        let tensor = network.parameters[weightsName]!.tensor
        let (outputs, inputs) = (tensor.shape.extents[0], tensor.shape.extents[1])
        let floatBiases = biasName.map { network.parameters[$0]!.tensor.elements }
        let largestWeights = (0..<outputs).map { row in
            tensor.elements[row * inputs..<(row + 1) * inputs].reduce(0) { max($0, abs(Double($1))) }
        }
        let fraction = Double(sign: .plus, exponent: options.fractionBits, significand: 1)
        let (scale, zeroPoint) = outputScale(of: range, largestWeight: largestWeights.max()!, fraction)
        var weights: [UInt8] = []
        var biases: [Int64] = []
        var multipliers: [Int64] = []
        weights.reserveCapacity(tensor.elements.count)
        for row in 0..<outputs {
            let least = Double(AffineQuantizationOptions.leastMultiplier) * scale / (fraction * inputScale)
            // A hair above, so that rounding down does not undo it.
            let weightScale = max(largestWeights[row] / 127, least * (1 + 1e-12))
            for weight in tensor.elements[row * inputs..<(row + 1) * inputs] {
                let rounded = (Double(weight) / weightScale).rounded()
                weights.append(UInt8(AffineLayer.weightZeroPoint + Int(min(max(rounded, -127), 127))))
            }
            let bias = (Double(floatBiases?[row] ?? 0) / (weightScale * inputScale)).rounded()
            let multiplier = Int64((fraction * weightScale * inputScale / scale).rounded(.down))
            let offset = (Int64(zeroPoint) << Int64(options.fractionBits)) / multiplier
            guard abs(bias) + Double(offset) < Double(Int64(1) << (options.offsetBits - 1)) else {
                throw .biasOutOfRange(node: node.name)
            }
            biases.append(Int64(bias))
            multipliers.append(multiplier)
        }
        layers.append(
            AffineLayer(
                name: node.name, outputCount: outputs, inputCount: inputs, weights: weights, biases: biases,
                multipliers: multipliers, outputZeroPoint: zeroPoint, fractionBits: options.fractionBits,
                multiplierBits: options.multiplierBits, offsetBits: options.offsetBits))
        inputScale = scale
    }

    /// Returns s_Y and z_Y: 0 … 255 covers the range, and M fits its bits for the channel of the largest weight.
    private func outputScale(
        of range: ClosedRange<Float>, largestWeight: Double, _ fraction: Double
    ) -> (scale: Double, zeroPoint: Int) {
        let (low, high) = (Double(range.lowerBound), Double(range.upperBound))
        var scale: Double
        if let zeroPoint = options.zeroPoint {
            scale = max(high / Double(255 - zeroPoint), -low / Double(zeroPoint))
        } else {
            scale = (high - low) / 255
        }
        let largestMultiplier = Double((Int64(1) << options.multiplierBits) - 1)
        scale = max(scale, fraction * largestWeight / 127 * inputScale / largestMultiplier)
        if scale == 0 { scale = 1 }
        return (scale, options.zeroPoint ?? Int((-low / scale).rounded()))
    }
}
