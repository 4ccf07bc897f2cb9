import NeuralNetworks

/// Builds an integer network node by node and keeps the scale of every value: the real number that the
/// integer 1 stands for.
struct Quantizer {
    struct ScaledValue {
        let value: IntegerValue
        var scale: Double
        /// What each element's scale is multiplied with; `nil` where all are 1.
        var factors: [Double]?
    }

    /// A linear node of the integer network, with what it takes to round it again and to read it back.
    struct LinearSource {
        let node: Network.Node
        let weightBits: Int
        let input: ScaledValue
        /// The real number that a weight of 1 stands for, by row; the input's factors come on top.
        var rowScales: [Double] = []
    }

    let network: Network
    let options: QuantizationOptions
    let ranges: ActivationRange
    private let readers: [Network.ValueName: [Network.Node]]
    private let linearCount: Int
    var values: [Network.ValueName: ScaledValue]
    var nodes: [IntegerNetwork.Node] = []
    /// By the position of the node.
    var linearSources: [Int: LinearSource] = [:]
    var layers: [Int: QuantizationSummary.Layer] = [:]
    private var rectifiers: [QuantizationSummary.Rectifier] = []

    /// - Parameter nodes: the nodes that will be appended, for who reads what.
    init(
        _ network: Network, nodes: [Network.Node], options: QuantizationOptions, ranges: ActivationRange
    ) throws(QuantizationError) {
        self.network = network
        self.options = options
        self.ranges = ranges
        readers = nodes.reduce(into: [:]) { readers, node in
            for input in node.inputs { readers[input, default: []].append(node) }
        }
        linearCount = nodes.count(where: \.operation.isLinear)
        guard options.weightBits.count == 1 || options.weightBits.count == linearCount else {
            throw .weightBitsCount(layers: linearCount)
        }
        let scale = 1 / Double((1 << options.inputBits) - 1)
        values = [network.inputName: ScaledValue(value: .input, scale: scale)]
    }

    /// Adds what a node of the validated float network becomes.
    mutating func append(_ node: Network.Node) throws(QuantizationError) {
        let inputs = node.inputs.map { values[$0]! }
        switch node.operation {
        case .linear:
            let bits = options.weightBits[options.weightBits.count == 1 ? 0 : linearSources.count]
            var source = LinearSource(node: node, weightBits: bits, input: inputs[0])
            if let windowBits = windowBits(of: node) {
                source.rowScales = try rowScales(of: source, windowBits: windowBits)
            } else {
                let largest = effectiveWeights(of: source).reduce(0) { max($0, abs($1)) }
                let scale = (largest == 0 ? 1 : largest) / source.largestWeight
                source.rowScales = [Double](repeating: scale, count: rowCount(of: source))
            }
            let (linear, layer) = try rounded(source)
            linearSources[nodes.count] = source
            layers[nodes.count] = layer
            var factors: [Double]?
            if layer.windowBits != nil { factors = source.rowScales.map { $0 / layer.weightScale } }
            append(node, .linear(linear), inputs, scale: layer.accumulatorScale, factors: factors)
        case .rectify:
            let shift = try shift(of: node, accumulatorScale: inputs[0].scale)
            let scale = inputs[0].scale * Double(Int(1) << shift)
            rectifiers.append(QuantizationSummary.Rectifier(name: node.name, shift: shift, scale: scale))
            append(node, .rectify(shift: shift), inputs, scale: scale, factors: inputs[0].factors)
        case .square:
            // No shift: the square of an integer of scale σf stands for σ²f² times it.
            append(
                node, .square, inputs, scale: inputs[0].scale * inputs[0].scale,
                factors: inputs[0].factors?.map { $0 * $0 })
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
        let integer = integerNetwork
        do { try integer.validate() } catch { throw .network(error) }
        let layers = layers.sorted { $0.key < $1.key }.map(\.value)
        return (integer, QuantizationSummary(layers: layers, rectifiers: rectifiers))
    }

    /// The nodes so far.
    var integerNetwork: IntegerNetwork {
        IntegerNetwork(inputShape: network.inputShape, inputBits: options.inputBits, nodes: nodes)
    }

    func readers(of name: Network.ValueName) -> [Network.Node] { readers[name] ?? [] }

    private mutating func append(
        _ node: Network.Node, _ operation: IntegerOperation, _ inputs: [ScaledValue], scale: Double,
        factors: [Double]? = nil
    ) {
        values[node.output] = ScaledValue(value: .node(nodes.count), scale: scale, factors: factors)
        nodes.append(IntegerNetwork.Node(name: node.name, operation: operation, inputs: inputs.map(\.value)))
    }

    /// Returns the least shift after which nearly all activations fit; 0 for the network's output, which
    /// nothing reads, and for sums that fill a window, which are small enough.
    private func shift(
        of node: Network.Node, accumulatorScale: Double
    ) throws(QuantizationError) -> Int {
        guard let bits = options.activationBits, !readers(of: node.output).isEmpty,
            values[node.inputs[0]]!.factors == nil
        else { return 0 }
        let bound = (Double(ranges.bound(of: node.output)) / accumulatorScale).rounded()
        for shift in 0...62 {
            let rounding = shift == 0 ? 0 : Double(Int(1) << (shift - 1))
            // (bound + rounding) >> shift is below 2^bits.
            if bound + rounding < Double(sign: .plus, exponent: bits + shift, significand: 1) { return shift }
        }
        throw .activationOutOfRange(node: node.name)
    }
}

extension FloatOperation {
    var isLinear: Bool {
        if case .linear = self { true } else { false }
    }
}
