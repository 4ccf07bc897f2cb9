import ConstraintSystem
import FiniteFields
import Gadgets
import NeuralNetworks

extension NetworkCompiler {
    /// Lays `z_j = Σ w_ji x_i + b_j`, or a sum of such, as the plan says.
    ///
    /// - Embedded weights: combinations, no constraint.
    /// - Accumulators: z_j are instance wires, for which a registration answers; no constraint.
    /// - Products: a wire for every weight that survives, or every pack of them, and unless the declared bits say
    ///   that all are zero for every bias; and a product for every one whose input is not 0 throughout.
    ///
    /// A cheating prover chooses private weights, and a cheating owner committed ones. Nothing here bounds them, and
    /// nothing needs to: for any weights the products, and so the sums, have one value.
    mutating func lay(_ plan: LayerPlan, node index: Int) throws -> Value {
        switch plan {
        case .partOfSum: return []
        case .embedded: return layEmbedded(linear(index), node: index)
        case .accumulators(let rows): return layAccumulators(rows, of: linear(index))
        case .products(let plan): return try layProducts(plan, node: index)
        }
    }

    private func linear(_ index: Int) -> IntegerLinear {
        guard case .linear(let layer) = network.nodes[index].operation else {
            preconditionFailure("the plan is that of a linear layer")
        }
        return layer
    }

    private mutating func layEmbedded(_ layer: IntegerLinear, node index: Int) -> Value {
        let input = value(network.nodes[index].inputs[0])
        let read = read[index]
        return builder.region(network.nodes[index].name) { _ in
            (0..<layer.outputCount).map { row in
                guard read[row] else { return LinearCombination() }
                let columns = layer.survivingColumns(row)
                return LinearCombination.sum(
                    of: columns.map { (F(Int(layer.weight(row, $0))), input[$0]) })
                    + LinearCombination(constant: Int128(layer.biases[row]))
            }
        }
    }

    private mutating func layAccumulators(_ rows: [Int], of layer: IntegerLinear) -> Value {
        var output = Value(repeating: LinearCombination(), count: layer.outputCount)
        for row in rows {
            output[row] = LinearCombination(Wire(plan.layout.accumulators.lowerBound + laid.accumulators))
            laid.accumulators += 1
            model.appendAccumulator(
                weights: layer.survivingColumns(row).map { ($0, F(Int(layer.weight(row, $0)))) },
                bias: F(Int(layer.biases[row])))
        }
        return output
    }

    private mutating func layProducts(_ plan: ProductPlan, node index: Int) throws -> Value {
        let layers = plan.parts.map(linear)
        let input = plan.parts.flatMap { value(network.nodes[$0].inputs[0]) }
        let addends = plan.addends.map(value)
        let count = layers[0].outputCount
        let isOutput = options.output == .logits && index == network.nodes.count - 1
        // What is added to rows costs nothing, also where they have neither weights nor biases.
        let added = (0..<count).map { row in
            LinearCombination<F>.sum(of: addends.map { (F.one, $0[row]) })
        }
        var output = added
        var committed = committedWires()
        let isCommitted = options.weights == .committed
        var recorded: [F] = []
        try builder.region(network.nodes[index].name) { builder in
            for pack in plan.packs {
                let scales: [F] = pack.scales()
                recorded += pack.columns.map { layers.packedWeight(pack, scales, $0) }
                if plan.hasBiases { recorded.append(layers.packedBias(pack, scales)) }
                try builder.region(pack.name) { builder in
                    let weights =
                        isCommitted
                        ? committed.take(pack.columns.count)
                        : builder.privateInputs("weight", count: pack.columns.count)
                    var summand = LinearCombination<F>.sum(
                        of: zip(scales, pack.rows).map { ($0, added[$1]) })
                    if plan.hasBiases {
                        summand =
                            summand + (isCommitted ? committed.take(1)[0] : builder.privateInput("bias"))
                    }
                    let pairs = zip(weights, pack.columns).map { ($0, input[$1]) }
                    let sums = try Self.lay(pack, pairs, plus: summand, isOutput: isOutput, in: &builder)
                    for (row, sum) in zip(pack.rows, sums) { output[row] = sum }
                }
            }
        }
        laid.committed += committed.taken
        if isCommitted { model.committed += recorded } else { model.privateWeights += recorded }
        return output
    }

    /// Returns the sums of a pack's rows, whose windows are checked where nobody else checks them.
    private static func lay(
        _ pack: RowPack, _ pairs: [(LinearCombination<F>, LinearCombination<F>)],
        plus summand: LinearCombination<F>, isOutput: Bool, in builder: inout CircuitBuilder<F>
    ) throws -> [LinearCombination<F>] {
        guard pack.rows.count > 1 else {
            return [
                isOutput
                    ? builder.bindOutput(pack.rows[0], toSumOf: pairs, plus: summand)
                    : builder.innerProduct(pairs, plus: summand)
            ]
        }
        let sums = builder.packedSums(of: pairs, plus: summand, digits: pack.digits)
        for position in pack.unchecked {
            let digit = pack.digits[position]
            try builder.rangeCheck(
                sums[position] - LinearCombination(constant: digit.lowest), bits: digit.width)
        }
        return sums
    }

    /// The committed wires that are not laid yet.
    private func committedWires() -> WireSupply<F> {
        WireSupply(plan.layout.committed.dropFirst(laid.committed))
    }
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

extension RowPack {
    /// How often each row counts in the packed sum: 2^offset.
    fileprivate func scales<F: PrimeField>() -> [F] {
        rows.count == 1 ? [.one] : digits.map { F(2).power(UInt64($0.offset)) }
    }

    /// `Σ_j 2^(o_j) v_j` over the rows of the pack.
    fileprivate func packed<F: PrimeField>(_ scales: [F], _ value: (Int) -> F) -> F {
        zip(rows, scales).reduce(.zero) { sum, entry in
            let value = value(entry.0)
            return value.isZero ? sum : sum + value * entry.1
        }
    }
}

extension IntegerLinear {
    fileprivate func weight(_ row: Int, _ column: Int) -> Int32 { weights[row * inputCount + column] }
}

/// Layers that are added up, their inputs side by side.
extension [IntegerLinear] {
    fileprivate func packedWeight<F: PrimeField>(_ pack: RowPack, _ scales: [F], _ column: Int) -> F {
        var column = column
        var part = 0
        while column >= self[part].inputCount {
            column -= self[part].inputCount
            part += 1
        }
        return pack.packed(scales) { F(Int(self[part].weight($0, column))) }
    }

    fileprivate func packedBias<F: PrimeField>(_ pack: RowPack, _ scales: [F]) -> F {
        pack.packed(scales) { row in reduce(F.zero) { $0 + F(Int($1.biases[row])) } }
    }
}
