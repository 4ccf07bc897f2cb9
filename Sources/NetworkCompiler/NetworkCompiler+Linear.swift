import ConstraintSystem
import FiniteFields
import Gadgets
import NeuralNetworks

extension NetworkCompiler {
    /// Lays `z_j = Σ w_ji x_i + b_j` as the plan says.
    ///
    /// - Embedded weights: combinations, no constraint.
    /// - Accumulators: z_j are instance wires, for which a registration answers; no constraint.
    /// - Products: a wire for every weight that survives, or every pack of them, and unless the declared bits say
    ///   that all are zero for every bias; and a product for every one whose input is not 0 throughout.
    ///
    /// A cheating prover chooses private weights, and a cheating owner committed ones. Nothing here bounds them, and
    /// nothing needs to: for any weights the products, and so the sums, have one value.
    mutating func layLinear(
        _ layer: IntegerLinear, reading source: IntegerValue, node: Int
    ) throws -> Value {
        let read = read[node]
        switch plan.layers[node]! {
        case .embedded:
            let input = value(source)
            return builder.region(network.nodes[node].name) { _ in
                (0..<layer.outputCount).map { row in
                    guard read[row] else { return LinearCombination() }
                    let columns = layer.survivingColumns(row)
                    return LinearCombination.sum(
                        of: columns.map { (F(Int(layer.weight(row, $0))), input[$0]) })
                        + LinearCombination(constant: Int128(layer.biases[row]))
                }
            }
        case .accumulators(let rows):
            var output = Value(repeating: LinearCombination(), count: layer.outputCount)
            for row in rows {
                output[row] = LinearCombination(Wire(plan.layout.accumulators.lowerBound + laid.accumulators))
                laid.accumulators += 1
                model.appendAccumulator(
                    weights: layer.survivingColumns(row).map { ($0, F(Int(layer.weight(row, $0)))) },
                    bias: F(Int(layer.biases[row])))
            }
            return output
        case .products(let packs, let hasBiases):
            return try layProducts(packs, hasBiases: hasBiases, of: layer, on: value(source), node: node)
        }
    }

    private mutating func layProducts(
        _ packs: [RowPack], hasBiases: Bool, of layer: IntegerLinear, on input: Value, node: Int
    ) throws -> Value {
        var output = Value(repeating: LinearCombination(), count: layer.outputCount)
        let isOutput = options.output == .logits && node == network.nodes.count - 1
        var committed = committedWires()
        let isCommitted = options.weights == .committed
        var recorded: [F] = []
        try builder.region(network.nodes[node].name) { builder in
            for pack in packs {
                recorded += pack.columns.map { layer.packedWeight(pack, $0) }
                if hasBiases { recorded.append(layer.packedBias(pack)) }
                try builder.region(pack.name) { builder in
                    let weights =
                        isCommitted
                        ? committed.take(pack.columns.count)
                        : builder.privateInputs("weight", count: pack.columns.count)
                    var bias = LinearCombination<F>()
                    if hasBiases { bias = isCommitted ? committed.take(1)[0] : builder.privateInput("bias") }
                    let pairs = zip(weights, pack.columns).map { ($0, input[$1]) }
                    guard pack.rows.count > 1 else {
                        let row = pack.rows[0]
                        output[row] =
                            isOutput
                            ? builder.bindOutput(row, toSumOf: pairs, plus: bias)
                            : builder.innerProduct(pairs, plus: bias)
                        return
                    }
                    let sums = builder.packedSums(of: pairs, plus: bias, digits: pack.digits)
                    for (row, sum) in zip(pack.rows, sums) { output[row] = sum }
                    for position in pack.unchecked {
                        let digit = pack.digits[position]
                        try builder.rangeCheck(
                            sums[position] - LinearCombination(constant: digit.lowest), bits: digit.width)
                    }
                }
            }
        }
        laid.committed += committed.taken
        if isCommitted { model.committed += recorded } else { model.privateWeights += recorded }
        return output
    }

    /// The committed wires that are not laid yet.
    private func committedWires() -> WireSupply<F> { WireSupply(plan.layout.committed.dropFirst(laid.committed)) }
}

/// Instance wires, handed out in order.
private struct WireSupply<F: PrimeField> {
    private var wires: Range<Int>
    private(set) var taken = 0

    init(_ wires: Range<Int>) { self.wires = wires }

    mutating func take(_ count: Int) -> [LinearCombination<F>] {
        precondition(count <= wires.count, "the plan has counted the wires")
        defer {
            wires = wires.dropFirst(count)
            taken += count
        }
        return wires.prefix(count).map { LinearCombination(Wire($0)) }
    }
}

extension IntegerLinear {
    func weight(_ row: Int, _ column: Int) -> Int32 { weights[row * inputCount + column] }

    /// `Σ_j 2^(o_j) w_ji` over the rows of a pack.
    fileprivate func packedWeight<F: PrimeField>(_ pack: RowPack, _ column: Int) -> F {
        packed(pack) { F(Int(weight($0, column))) }
    }

    /// `Σ_j 2^(o_j) b_j` over the rows of a pack.
    fileprivate func packedBias<F: PrimeField>(_ pack: RowPack) -> F { packed(pack) { F(Int(biases[$0])) } }

    private func packed<F: PrimeField>(_ pack: RowPack, _ value: (Int) -> F) -> F {
        guard pack.rows.count > 1 else { return value(pack.rows[0]) }
        return zip(pack.rows, pack.digits).reduce(.zero) { sum, entry in
            let value = value(entry.0)
            return value.isZero ? sum : sum + value * F(2).power(UInt64(entry.1.offset))
        }
    }
}
