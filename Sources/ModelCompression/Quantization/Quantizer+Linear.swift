import NeuralNetworks

extension Quantizer.LinearSource {
    var largestWeight: Double { Double((1 << (weightBits - 1)) - 1) }

    var weightsName: FloatOperation.ParameterName { names.weights }
    var biasName: FloatOperation.ParameterName? { names.bias }

    private var names: (weights: FloatOperation.ParameterName, bias: FloatOperation.ParameterName?) {
        guard case .linear(let weights, let bias) = node.operation else {
            preconditionFailure("a linear source is a linear node")
        }
        return (weights, bias)
    }
}

extension Quantizer {
    func rowCount(of source: LinearSource) -> Int { shape(of: source).extents[0] }

    private func shape(of source: LinearSource) -> Shape {
        network.parameters[source.weightsName]!.tensor.shape
    }

    /// The weights, as they multiply elements of the input's common scale.
    func effectiveWeights(of source: LinearSource) -> [Double] {
        let tensor = network.parameters[source.weightsName]!.tensor
        guard let factors = source.input.factors else { return tensor.elements.map(Double.init) }
        return tensor.elements.enumerated().map { Double($1) * factors[$0 % factors.count] }
    }

    /// The biases, in units of the input's scale.
    func biases(of source: LinearSource) -> [Double] {
        guard let biasName = source.biasName else {
            return [Double](repeating: 0, count: rowCount(of: source))
        }
        return network.parameters[biasName]!.tensor.elements.map(Double.init)
    }

    /// Rounds weights and biases by the source's scales.
    func rounded(
        _ source: LinearSource
    ) throws(QuantizationError) -> (IntegerLinear, QuantizationSummary.Layer) {
        let (outputCount, inputCount) = (rowCount(of: source), shape(of: source).extents[1])
        let effective = effectiveWeights(of: source)
        let weights = effective.enumerated().map { index, weight in
            let scaled = (weight / source.rowScales[index / inputCount]).rounded()
            return Int32(min(max(scaled, -source.largestWeight), source.largestWeight))
        }
        var biases: [Int64] = []
        for (bias, rowScale) in zip(self.biases(of: source), source.rowScales) {
            let scaled = (bias / (source.input.scale * rowScale)).rounded()
            guard abs(scaled) < 0x1p62 else { throw .biasOutOfRange(node: source.node.name) }
            biases.append(Int64(scaled))
        }
        let largestBias = biases.reduce(0) { max($0, $1.magnitude) }
        let neededBits = UInt64.bitWidth - largestBias.leadingZeroBitCount + 1
        if let declared = options.biasBits, declared < neededBits {
            throw .biasTooWide(node: source.node.name, bits: neededBits, declared: declared)
        }
        let linear = IntegerLinear(
            outputCount: outputCount, inputCount: inputCount, weights: weights, biases: biases,
            weightBits: source.weightBits, biasBits: options.biasBits ?? neededBits)
        let layer = QuantizationSummary.Layer(
            name: source.node.name, nonzerosBefore: effective.count { $0 != 0 },
            nonzerosAfter: weights.count { $0 != 0 }, inputScale: source.input.scale,
            weightScale: source.rowScales.max()!, biasBits: linear.biasBits,
            windowBits: windowBits(of: source.node))
        return (linear, layer)
    }

    /// Brings the two values that a node adds to one scale and returns it: the coarser one, for which the
    /// weights of the other are rounded again.
    mutating func commonScale(of node: Network.Node) throws(QuantizationError) -> Double {
        let (first, second) = (values[node.inputs[0]]!, values[node.inputs[1]]!)
        guard first.factors == nil, second.factors == nil else { throw .unequalScales(node: node.name) }
        if first.scale == second.scale { return first.scale }
        let (fine, coarse) = first.scale < second.scale ? (first, second) : (second, first)
        let fineName = node.inputs[first.scale < second.scale ? 0 : 1]
        guard case .node(let position) = fine.value, case .node(let other) = coarse.value,
            var source = linearSources[position], linearSources[other] != nil,
            source.node.output == fineName, readers(of: fineName).count == 1
        else { throw .unequalScales(node: node.name) }
        source.rowScales = source.rowScales.map { _ in coarse.scale / source.input.scale }
        let (linear, layer) = try rounded(source)
        nodes[position].operation = .linear(linear)
        linearSources[position] = source
        layers[position] = layer
        values[fineName]!.scale = coarse.scale
        return coarse.scale
    }

    /// The grids that training rounds parameters to, which lie at `places`.
    func roundedLayers(at places: [String: Range<Int>]) throws(QuantizationError) -> [RoundedLayer] {
        var layers: [RoundedLayer] = []
        for (_, source) in linearSources.sorted(by: { $0.key < $1.key }) {
            var window: RoundedLayer.Window?
            if let bits = windowBits(of: source.node) {
                window = RoundedLayer.Window(
                    limit: Float((1 << bits) - 1),
                    inputs: try intervals(of: source.input.value))
            }
            layers.append(
                RoundedLayer(
                    weights: places[source.weightsName]!, biases: source.biasName.map { places[$0]! },
                    columnCount: shape(of: source).extents[1], largestWeight: Float(source.largestWeight),
                    rowScales: source.rowScales.map { Float($0) },
                    columnFactors: source.input.factors.map { $0.map { Float($0) } },
                    biasScales: source.rowScales.map { Float($0 * source.input.scale) }, window: window))
        }
        return layers
    }
}
