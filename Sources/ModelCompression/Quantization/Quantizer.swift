import NeuralNetworks

/// Builds an integer network node by node and keeps the scale of every value: the real number that the
/// integer 1 stands for.
struct Quantizer {
    private struct ScaledValue {
        let value: IntegerValue
        var scale: Double
    }

    /// A linear node of the integer network, with what it takes to round it again.
    private struct LinearSource {
        let node: Network.Node
        let inputScale: Double
    }

    private let network: Network
    private let options: QuantizationOptions
    private let ranges: ActivationRange
    private let readerCounts: [Network.ValueName: Int]
    private var values: [Network.ValueName: ScaledValue]
    private var nodes: [IntegerNetwork.Node] = []
    /// By the position of the node.
    private var linearSources: [Int: LinearSource] = [:]
    private var layers: [Int: QuantizationSummary.Layer] = [:]
    private var rectifiers: [QuantizationSummary.Rectifier] = []

    /// - Parameter nodes: the nodes that will be appended, for who reads what.
    init(
        _ network: Network, nodes: [Network.Node], options: QuantizationOptions, ranges: ActivationRange
    ) {
        self.network = network
        self.options = options
        self.ranges = ranges
        readerCounts = nodes.reduce(into: [:]) { counts, node in
            for input in node.inputs { counts[input, default: 0] += 1 }
        }
        let scale = 1 / Double((1 << options.inputBits) - 1)
        values = [network.inputName: ScaledValue(value: .input, scale: scale)]
    }

    /// Adds what a node of the validated float network becomes.
    mutating func append(_ node: Network.Node) throws(QuantizationError) {
        let inputs = node.inputs.map { values[$0]! }
        switch node.operation {
        case .linear(let weights, _):
            let largest = network.parameters[weights]!.tensor.elements.reduce(0) { max($0, abs($1)) }
            let weightScale = Double(largest == 0 ? 1 : largest) / largestWeight
            let source = LinearSource(node: node, inputScale: inputs[0].scale)
            let (linear, layer) = try rounded(source, weightScale: weightScale)
            linearSources[nodes.count] = source
            layers[nodes.count] = layer
            append(node, .linear(linear), inputs, scale: layer.accumulatorScale)
        case .rectify:
            let shift = try shift(of: node, accumulatorScale: inputs[0].scale)
            let scale = inputs[0].scale * Double(Int(1) << shift)
            rectifiers.append(QuantizationSummary.Rectifier(name: node.name, shift: shift, scale: scale))
            append(node, .rectify(shift: shift), inputs, scale: scale)
        case .flatten, .reshape:
            values[node.output] = inputs[0]
        case .add:
            append(node, .add, inputs, scale: try commonScale(of: node))
        case .softmax, .argmax:
            preconditionFailure("softmax and argmax have no integer form")
        }
    }

    /// Returns the integer network of the nodes so far.
    func result() throws(QuantizationError) -> (network: IntegerNetwork, summary: QuantizationSummary) {
        guard !nodes.isEmpty else { throw .nothingToCompute }
        let integer = IntegerNetwork(
            inputShape: network.inputShape, inputBits: options.inputBits, nodes: nodes)
        do { try integer.validate() } catch { throw .network(error) }
        let layers = layers.sorted { $0.key < $1.key }.map(\.value)
        return (integer, QuantizationSummary(layers: layers, rectifiers: rectifiers))
    }

    private mutating func append(
        _ node: Network.Node, _ operation: IntegerOperation, _ inputs: [ScaledValue], scale: Double
    ) {
        values[node.output] = ScaledValue(value: .node(nodes.count), scale: scale)
        nodes.append(IntegerNetwork.Node(name: node.name, operation: operation, inputs: inputs.map(\.value)))
    }

    private var largestWeight: Double { Double((1 << (options.weightBits - 1)) - 1) }
}

// Linear layers.
extension Quantizer {
    private func rounded(
        _ source: LinearSource, weightScale: Double
    ) throws(QuantizationError) -> (IntegerLinear, QuantizationSummary.Layer) {
        guard case .linear(let weightsName, let biasName) = source.node.operation else {
            preconditionFailure("a linear source is a linear node")
        }
        let tensor = network.parameters[weightsName]!.tensor
        let weights = tensor.elements.map { weight in
            Int32(min(max((Double(weight) / weightScale).rounded(), -largestWeight), largestWeight))
        }
        let outputCount = tensor.shape.extents[0]
        var biases = [Int64](repeating: 0, count: outputCount)
        if let biasName {
            for (index, bias) in network.parameters[biasName]!.tensor.elements.enumerated() {
                let scaled = (Double(bias) / (source.inputScale * weightScale)).rounded()
                guard abs(scaled) < 0x1p62 else { throw .biasOutOfRange(node: source.node.name) }
                biases[index] = Int64(scaled)
            }
        }
        let largestBias = biases.reduce(0) { max($0, $1.magnitude) }
        let biasBits = UInt64.bitWidth - largestBias.leadingZeroBitCount + 1
        let linear = IntegerLinear(
            outputCount: outputCount, inputCount: tensor.shape.extents[1], weights: weights, biases: biases,
            weightBits: options.weightBits, biasBits: biasBits)
        let layer = QuantizationSummary.Layer(
            name: source.node.name, nonzerosBefore: tensor.elements.count { $0 != 0 },
            nonzerosAfter: weights.count { $0 != 0 }, inputScale: source.inputScale, weightScale: weightScale,
            biasBits: biasBits)
        return (linear, layer)
    }

    /// Brings the two values that a node adds to one scale and returns it: the coarser one, for which the
    /// weights of the other are rounded again.
    private mutating func commonScale(of node: Network.Node) throws(QuantizationError) -> Double {
        let (first, second) = (values[node.inputs[0]]!, values[node.inputs[1]]!)
        if first.scale == second.scale { return first.scale }
        let (fine, coarse) = first.scale < second.scale ? (first, second) : (second, first)
        let fineName = node.inputs[first.scale < second.scale ? 0 : 1]
        guard case .node(let position) = fine.value, case .node(let other) = coarse.value,
            let source = linearSources[position], linearSources[other] != nil,
            source.node.output == fineName, readerCounts[fineName] == 1
        else { throw .unequalScales(node: node.name) }
        let (linear, layer) = try rounded(source, weightScale: coarse.scale / source.inputScale)
        nodes[position].operation = .linear(linear)
        layers[position] = layer
        values[fineName]!.scale = coarse.scale
        return coarse.scale
    }
}

// Rectifiers.
extension Quantizer {
    /// Returns the least shift after which nearly all activations fit; 0 for the network's output, which
    /// nothing reads.
    private func shift(
        of node: Network.Node, accumulatorScale: Double
    ) throws(QuantizationError) -> Int {
        guard let bits = options.activationBits, readerCounts[node.output] != nil else { return 0 }
        let bound = (Double(ranges.bound(of: node.output)) / accumulatorScale).rounded()
        for shift in 0...62 {
            let rounding = shift == 0 ? 0 : Double(Int(1) << (shift - 1))
            // (bound + rounding) >> shift is below 2^bits.
            if bound + rounding < Double(sign: .plus, exponent: bits + shift, significand: 1) { return shift }
        }
        throw .activationOutOfRange(node: node.name)
    }
}
