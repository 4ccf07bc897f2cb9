import ConstraintSystem
public import FiniteFields
import Gadgets
public import NeuralNetworks

extension IntegerNetwork {
    /// Returns the circuit that proves an answer of this network.
    ///
    /// The circuit depends on the architecture, on the options and, where weights are embedded, on the
    /// weights; where they are private, only on which weights survive and on the declared bits. It never
    /// depends on an input.
    ///
    /// - Throws: `CompileError`, naming the region, where a value could leave a quarter of the field.
    /// - Complexity: O(surviving weights × inputs per neuron) field operations for embedded weights,
    ///   O(surviving weights) for private ones.
    public func compiled<F: PrimeField>(
        _ options: CompileOptions = CompileOptions(), over field: F.Type = F.self
    ) throws -> CompiledNetwork<F> {
        try validate()
        let network = try simplified(options.weights == .embedded ? .exact : .declared)
        var compiler = try NetworkCompiler<F>(network, options)
        return try compiler.compile()
    }
}

/// Walks an integer network once and lays its circuit.
struct NetworkCompiler<F: PrimeField> {
    typealias Value = [LinearCombination<F>]

    let network: IntegerNetwork
    let options: CompileOptions
    /// Bounds of every neuron of every node, from what the weights' visibility lets the circuit know.
    let intervals: IntegerIntervals
    /// Which neurons the answer depends on.
    let read: [[Bool]]

    var builder: CircuitBuilder<F>
    /// The values of the weights' wires. They are only recorded here: no decision depends on them.
    var privateWeights: [F] = []
    var input: Value = []
    var values: [Value] = []

    init(_ network: IntegerNetwork, _ options: CompileOptions) throws {
        self.network = network
        self.options = options
        intervals = try network.intervals(options.weights == .embedded ? .exact : .declared)
        read = try network.readNeurons()
        builder = CircuitBuilder(
            publicOutputCount: options.output == .logits ? intervals.nodes[network.nodes.count - 1].count : 1,
            publicInputCount: options.input == .public ? network.inputShape.count : 0)
    }

    mutating func compile() throws -> CompiledNetwork<F> {
        for (node, windows) in zip(network.nodes, intervals.nodes) {
            guard windows.allSatisfy({ Window.fits($0, in: F.self) }) else {
                throw CompileError.windowTooWide(region: node.name)
            }
        }
        try layInput()
        for index in network.nodes.indices {
            let node = network.nodes[index]
            let inputs = node.inputs.map(value)
            switch node.operation {
            case .linear(let layer):
                values.append(layLinear(layer, on: inputs[0], node: index))
            case .rectify(let shift):
                values.append(try layRectifier(shift: shift, on: inputs[0], node: index))
            case .add:
                values.append(zip(inputs[0], inputs[1]).map { $0 + $1 })
            }
        }
        try layOutput()
        return CompiledNetwork(
            circuit: builder.build(), options: options, network: network, publicRanges: publicRanges,
            privateWeights: privateWeights)
    }

    private func value(_ value: IntegerValue) -> Value {
        switch value {
        case .input: input
        case .node(let index): values[index]
        }
    }

    private var publicRanges: [ClosedRange<Int128>] {
        let logits = intervals.nodes[network.nodes.count - 1]
        let outputs = options.output == .logits ? logits : [0...Int128(logits.count - 1)]
        return outputs + (options.input == .public ? intervals.input : [])
    }
}

// MARK: - Nodes

extension NetworkCompiler {
    /// Public pixels are wires whose range the verifier checks. A private pixel gets its bits:
    /// `inputBits` constraints each.
    private mutating func layInput() throws {
        let count = network.inputShape.count
        guard options.input == .private else {
            input = (0..<count).map { builder.publicInput($0) }
            return
        }
        let bits = network.inputBits
        input = try builder.region("input") { builder in
            try (0..<count).map { index in
                try builder.region("pixel[\(index)]") { builder in
                    let pixel = builder.privateInput("value")
                    try builder.rangeCheck(pixel, bits: bits)
                    return pixel
                }
            }
        }
    }

    /// Embedded: a combination, no constraint. Private: a wire for every surviving weight and, unless the
    /// declared bits say that all are zero, for every bias; and a product for every surviving weight whose
    /// input is not a constant. The accumulator is then a single wire, so that a rectifier pays for one wire
    /// where it would for all products.
    ///
    /// A cheating prover chooses the private weights. Nothing here bounds them, and nothing needs to:
    /// for any weights the products, and so the accumulators, have one value.
    private mutating func layLinear(
        _ layer: IntegerLinear, on input: Value, node: Int
    ) -> Value {
        let read = read[node]
        let hasBiases = layer.biasBits > 1
        let options = options
        var recorded: [F] = []
        defer { privateWeights += recorded }
        return builder.region(network.nodes[node].name) { builder in
            (0..<layer.outputCount).map { row in
                guard read[row] else { return LinearCombination() }
                let columns = layer.row(row).enumerated().filter { $0.element != 0 }
                switch options.weights {
                case .embedded:
                    return LinearCombination.sum(of: columns.map { (F(Int($0.element)), input[$0.offset]) })
                        + LinearCombination(constant: Int128(layer.biases[row]))
                case .private:
                    recorded += columns.map { F(Int($0.element)) }
                    if hasBiases { recorded.append(F(Int(layer.biases[row]))) }
                    return builder.region("neuron[\(row)]") { builder in
                        let weights = builder.privateInputs("weight", count: columns.count)
                        let bias = hasBiases ? builder.privateInput("bias") : LinearCombination()
                        return builder.innerProduct(
                            zip(weights, columns).map { ($0, input[$1.offset]) }, plus: bias)
                    }
                }
            }
        }
    }

    private mutating func layRectifier(shift: Int, on input: Value, node: Int) throws -> Value {
        let rounding: Int128 = shift == 0 ? 0 : 1 << Int128(shift - 1)
        let windows = intervals[network.nodes[node].inputs[0]]
        let read = read[node]
        return try builder.region(network.nodes[node].name) { builder in
            try input.indices.map { neuron in
                guard read[neuron] else { return LinearCombination() }
                return try builder.region("neuron[\(neuron)]") { builder in
                    try builder.rectify(
                        input[neuron] + LinearCombination(constant: rounding),
                        window: windows[neuron].lowerBound + rounding...windows[neuron].upperBound + rounding,
                        shift: shift)
                }
            }
        }
    }

    private mutating func layOutput() throws {
        let logits = values[values.count - 1]
        let windows = intervals.nodes[network.nodes.count - 1]
        let options = options
        try builder.region("output") { builder in
            switch options.output {
            case .logits:
                for (index, logit) in logits.enumerated() { builder.bindOutput(index, to: logit) }
            case .class:
                builder.bindOutput(0, to: try builder.argmax(logits, windows: windows))
            }
        }
    }
}
