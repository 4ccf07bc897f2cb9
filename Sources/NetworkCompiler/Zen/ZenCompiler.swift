import ConstraintSystem
public import FiniteFields
import Gadgets
public import NeuralNetworks

extension AffineNetwork {
    /// Returns the circuit that proves the logits of this network, with private weights.
    ///
    /// The circuit depends on widths, zero points, k, declared bits and options and, where the mask is followed,
    /// on which weights survive; never on weights or inputs.
    ///
    /// - Throws: `NetworkError.overflow` or `CompileError` where a value needs more bits than the field has.
    /// - Complexity: O(weights) field operations and constraints.
    public func compiled<F: PrimeField>(
        _ options: ZenOptions = ZenOptions(), over field: F.Type = F.self
    ) throws -> CompiledAffineNetwork<F> {
        var compiler = try ZenCompiler<F>(self, options)
        return try compiler.compile()
    }
}

/// Walks an affine network once and lays its circuit.
struct ZenCompiler<F: PrimeField> {
    typealias Value = [LinearCombination<F>]

    let network: AffineNetwork
    let options: ZenOptions
    let windows: AffineWindows
    /// Which neurons the logits depend on, as far as the circuit may know.
    let read: [[Bool]]

    var builder: CircuitBuilder<F>
    /// The values of the weights' wires. They are only recorded here: no decision depends on them.
    var privateWeights: [F] = []

    init(_ network: AffineNetwork, _ options: ZenOptions) throws {
        self.network = network
        self.options = options
        windows = try network.windows(followingMask: options.followMask)
        read =
            options.followMask
            ? network.readNeurons() : network.layers.map { .init(repeating: true, count: $0.outputCount) }
        builder = CircuitBuilder(
            publicOutputCount: network.outputCount,
            publicInputCount: options.input == .public ? network.inputCount : 0)
    }

    mutating func compile() throws -> CompiledAffineNetwork<F> {
        let zeroPoint = LinearCombination<F>(constant: Int128(network.inputZeroPoint))
        var value = try layInput().map { $0 - zeroPoint }
        for (index, layer) in network.layers.enumerated() {
            let quotients = try layLayer(index, on: value)
            if index < network.layers.count - 1 {
                value = layRectifier("relu\(index + 1)", quotients, read: read[index])
            } else {
                let zeroPoint = LinearCombination<F>(constant: Int128(layer.outputZeroPoint))
                builder.region("output") { builder in
                    for (index, quotient) in quotients.enumerated() {
                        builder.bindOutput(index, to: quotient.value + zeroPoint)
                    }
                }
            }
        }
        return CompiledAffineNetwork(
            circuit: builder.build(), options: options, network: network, publicRanges: publicRanges,
            privateWeights: privateWeights)
    }

    private var publicRanges: [ClosedRange<Int128>] {
        let last = network.layers.count - 1
        let z = Int128(network.layers[last].outputZeroPoint)
        let logits = windows.layers[last].outputs.map { $0.lowerBound + z...$0.upperBound + z }
        let pixels = options.input == .public ? network.inputCount : 0
        return logits + [ClosedRange<Int128>](repeating: 0...255, count: pixels)
    }
}

// MARK: - Layers

extension ZenCompiler {
    /// `Q_Y − z_Y`, and whether it is not negative.
    typealias Quotient = (value: LinearCombination<F>, isNonNegative: LinearCombination<F>)

    /// Public pixels are wires whose range the verifier checks. A private pixel gets its 8 bits.
    private mutating func layInput() throws -> Value {
        guard options.input == .private else {
            return (0..<network.inputCount).map { builder.publicInput($0) }
        }
        let count = network.inputCount
        return try builder.region("input") { builder in
            let pixels = builder.privateInputs("pixel", count: count)
            for (index, pixel) in pixels.enumerated() {
                try builder.region("pixel[\(index)]") { builder throws(CompileError) in
                    _ = try builder.rangeCheck(pixel, bits: 8)
                }
            }
            return pixels
        }
    }

    /// The sums of products, and the remainder-based verification of each.
    private mutating func layLayer(_ index: Int, on input: Value) throws -> [Quotient] {
        let layer = network.layers[index]
        let windows = windows.layers[index]
        let rows = read[index].indices.filter { read[index][$0] }
        let encoder = ZenLayerEncoder<F>(
            layer: layer, windows: windows, inputZeroPoint: network.inputZeroPoint(ofLayer: index),
            options: options)
        var recorded: [F] = []
        defer { privateWeights += recorded }
        return try builder.region(layer.name) { builder in
            var quotients = [Quotient](
                repeating: (LinearCombination(), LinearCombination()), count: layer.outputCount)
            let sums = try encoder.sums(of: rows, on: input, in: &builder, recording: &recorded)
            for (row, sum) in zip(rows, sums) {
                recorded += [F(Int(layer.multipliers[row])), F(Int(layer.offset(ofRow: row)))]
                quotients[row] = try builder.region("neuron[\(row)]") { builder throws(CompileError) in
                    let multiplier = builder.privateInput("multiplier")
                    let offset = builder.privateInput("offset")
                    return try builder.requantize(
                        sum + offset, multiplier: multiplier, zeroPoint: layer.outputZeroPoint,
                        fractionBits: layer.fractionBits, window: windows.outputs[row])
                }
            }
            return quotients
        }
    }

    /// `max(Q, z) − z`: one product for each neuron, because the bits that check Q say whether Q ≥ z.
    private mutating func layRectifier(_ name: String, _ quotients: [Quotient], read: [Bool]) -> Value {
        builder.region(name) { builder in
            quotients.enumerated().map { neuron, quotient in
                guard read[neuron] else { return LinearCombination() }
                return builder.region("neuron[\(neuron)]") { builder in
                    builder.product(quotient.isNonNegative, quotient.value)
                }
            }
        }
    }
}
