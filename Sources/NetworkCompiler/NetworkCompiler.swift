import ConstraintSystem
public import FiniteFields
import Gadgets
public import NeuralNetworks

extension IntegerNetwork {
    /// Returns the circuit that proves an answer of this network.
    ///
    /// The circuit depends on the architecture, on the options and, where weights are embedded, on the
    /// weights; where they are hidden, only on which weights survive, on the declared bits, and on the windows
    /// that the owner publishes. It never depends on an input.
    ///
    /// - Throws: `CompileError`, naming the region, where a value could leave a quarter of the field;
    ///   `NetworkError` where a sum can leave its published window.
    /// - Complexity: O(surviving weights × inputs per neuron) field operations for embedded weights,
    ///   O(surviving weights) for hidden ones, and what `RowPacking.packs` says.
    public func compiled<F: PrimeField>(
        _ options: CompileOptions = CompileOptions(), over field: F.Type = F.self
    ) throws -> CompiledNetwork<F> {
        try validate()
        if options.weights != .embedded { try requireSoundWindows() }
        return try compiledAsDeclared(options, over: field)
    }

    /// Returns the circuit of all networks of this mask and these declarations, whatever the weights are: for
    /// comparing circuits, not for answers, because sums of these weights may leave the published windows.
    ///
    /// - Throws: `CompileError`, as `compiled(_:over:)`.
    package func compiledAsDeclared<F: PrimeField>(
        _ options: CompileOptions, over field: F.Type = F.self
    ) throws -> CompiledNetwork<F> {
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
    /// Which elements of the input, and which neurons, the answer depends on.
    let readInput: [Bool]
    let read: [[Bool]]
    let plan: CircuitPlan

    var builder: CircuitBuilder<F>
    /// The values of hidden weights. They are only recorded here: no decision depends on them.
    var model: HiddenModel<F>
    /// How many accumulators and committed wires are laid.
    var laid = (accumulators: 0, committed: 0)
    var input: Value = []
    var values: [Value] = []

    init(_ network: IntegerNetwork, _ options: CompileOptions) throws {
        self.network = network
        self.options = options
        let intervals = try network.intervals(options.weights == .embedded ? .exact : .declared)
        let (readInput, read) = try network.readValues()
        self.intervals = intervals
        (self.readInput, self.read) = (readInput, read)
        try Self.requireFit(network, intervals)
        plan = CircuitPlan(network, options, intervals, read: read, over: F.self)
        model = HiddenModel(columnCount: plan.layout.columnCount)
        builder = CircuitBuilder(
            publicOutputCount: plan.layout.outputCount,
            publicInputCount: plan.layout.instanceCount - plan.layout.outputCount)
    }

    mutating func compile() throws -> CompiledNetwork<F> {
        try layInput()
        for index in network.nodes.indices {
            let node = network.nodes[index]
            if let plan = plan.layers[index] {
                values.append(try lay(plan, node: index))
                continue
            }
            switch node.operation {
            case .linear: preconditionFailure("every linear layer has a plan")
            case .rectify(let shift):
                values.append(try layRectifier(shift: shift, on: value(node.inputs[0]), node: index))
            case .square: values.append(laySquare(of: value(node.inputs[0]), node: index))
            case .add:
                values.append(zip(value(node.inputs[0]), value(node.inputs[1])).map { $0 + $1 })
            }
        }
        try layOutput()
        return CompiledNetwork(
            circuit: builder.build(eliminatingOutputs: true), options: options, network: network,
            publicRanges: publicRanges,
            layout: plan.layout, model: model, readInput: readInput)
    }

    /// Demands that every value, also with the rounding constant of a rectifier that reads it, lies in a quarter of
    /// the field.
    private static func requireFit(
        _ network: IntegerNetwork, _ intervals: IntegerIntervals
    ) throws(CompileError) {
        for (index, node) in network.nodes.enumerated() {
            var windows = intervals.nodes[index]
            if case .rectify(let shift) = node.operation, shift > 0 {
                let rounding: Int128 = 1 << Int128(shift - 1)
                windows += intervals[node.inputs[0]].map {
                    $0.lowerBound + rounding...$0.upperBound + rounding
                }
            }
            guard windows.allSatisfy({ Window.fits($0, in: F.self) }) else {
                throw .windowTooWide(region: node.name)
            }
        }
    }

    func value(_ value: IntegerValue) -> Value {
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
    /// Public pixels are wires whose range the verifier checks, or have no wires where columns stand for them. A
    /// private or committed pixel gets its bits: `inputBits` constraints each.
    ///
    /// A pixel that no surviving weight reads is in no constraint, so it needs no check: nothing is said of it. A
    /// private one has no wire at all; a committed one keeps its instance wire, because the commitment is to the
    /// whole image. Which pixels these are follows from the mask.
    private mutating func layInput() throws {
        let count = network.inputShape.count
        if options.input == .public {
            input = plan.layout.publicInputs.map { LinearCombination(Wire($0)) }
            return
        }
        let bits = network.inputBits
        let hidden = plan.layout.hiddenInputs.map { LinearCombination<F>(Wire($0)) }
        let isRead = readInput
        input = try builder.region("input") { builder in
            try (0..<count).map { index in
                guard isRead[index] else { return hidden.isEmpty ? LinearCombination() : hidden[index] }
                return try builder.region("pixel[\(index)]") { builder in
                    let pixel = hidden.isEmpty ? builder.privateInput("value") : hidden[index]
                    try builder.rangeCheck(pixel, bits: bits)
                    return pixel
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

    /// One constraint for each neuron that somebody reads, none for a constant. No window is checked: the square of
    /// a field element is one field element, and that it is the square of an integer follows from where the sum
    /// comes from.
    private mutating func laySquare(of input: Value, node: Int) -> Value {
        let read = read[node]
        return builder.region(network.nodes[node].name) { builder in
            input.indices.map { neuron in
                guard read[neuron] else { return LinearCombination() }
                return builder.region("neuron[\(neuron)]") { $0.square(input[neuron]) }
            }
        }
    }

    private mutating func layOutput() throws {
        let logits = values[values.count - 1]
        let windows = intervals.nodes[network.nodes.count - 1]
        let options = options
        let outputs = plan.layout.outputs
        try builder.region("output") { builder in
            switch options.output {
            case .logits where options.weights == .embedded:
                // Nothing of the network is the prover's choice: every logit lies in its window.
                builder.bindOutputs(to: logits, windows: windows)
            case .logits:
                // Sums of hidden weights are in their outputs already.
                for (index, logit) in logits.enumerated()
                where logit != LinearCombination(Wire(outputs.lowerBound + index)) {
                    builder.bindOutput(index, to: logit)
                }
            case .class:
                builder.bindOutput(0, to: try builder.argmax(logits, windows: windows))
            }
        }
    }
}
