import FiniteFields
import Gadgets
import NeuralNetworks

/// What of a circuit is decided before its first wire is laid, because the instance comes first: which values are
/// instance wires, and which rows share products.
struct CircuitPlan: Sendable {
    /// How each linear layer is laid, by node.
    private(set) var layers: [Int: LayerPlan] = [:]
    let layout: InstanceLayout

    init<F: PrimeField>(
        _ network: IntegerNetwork, _ options: CompileOptions, _ intervals: IntegerIntervals, read: [[Bool]],
        over field: F.Type
    ) {
        let inputCount = network.inputShape.count
        let hasColumns =
            options.weights == .committed && options.input == .public && network.onlyLinearLayersReadInput
        var (accumulators, committed) = (0, 0)
        for (index, node) in network.nodes.enumerated() {
            guard case .linear(let layer) = node.operation else { continue }
            if options.weights == .embedded {
                layers[index] = .embedded
                continue
            }
            let hasBiases = layer.biasBits > 1
            // A product with a value that is always 0 has no wires.
            let isZero = intervals[node.inputs[0]].map { $0 == 0...0 }
            let rows = (0..<layer.outputCount).map { row in
                read[index][row] ? layer.survivingColumns(row).filter { !isZero[$0] } : nil
            }
            if hasColumns, node.inputs[0] == .input {
                let summed = rows.indices.filter { row in rows[row].map { hasBiases || !$0.isEmpty } ?? false }
                layers[index] = .accumulators(summed)
                accumulators += summed.count
                continue
            }
            let isOutput = options.output == .logits && index == network.nodes.count - 1
            let rectifier = network.rectifier(readingNode: index)
            let packing = RowPacking(
                rows.enumerated().map { row, columns in
                    columns.flatMap { columns in
                        // A row of nothing is 0, unless it is a logit, which somebody must bind.
                        guard hasBiases || !columns.isEmpty || isOutput else { return nil }
                        // A neuron that nobody reads behind the rectifier is not rectified.
                        let shift = rectifier.flatMap { read[$0.node][row] ? $0.shift : nil }
                        return .init(
                            columns: columns, window: intervals.nodes[index][row], shift: shift,
                            output: isOutput ? row : nil)
                    }
                }, in: F.self)
            let packs = packing.packs(options.products)
            layers[index] = .products(packs, hasBiases: hasBiases)
            if options.weights == .committed {
                committed += packs.reduce(0) { $0 + $1.columns.count + (hasBiases ? 1 : 0) }
            }
        }
        let last = network.nodes.count - 1
        layout = InstanceLayout(
            outputCount: options.output == .logits ? intervals.nodes[last].count : 1,
            publicInputCount: options.input == .public && !hasColumns ? inputCount : 0,
            hiddenInputCount: options.input == .committed ? inputCount : 0, accumulatorCount: accumulators,
            committedCount: committed, hasMask: options.hidesInstanceWires,
            columnCount: hasColumns ? inputCount : 0)
    }
}

extension RowPacking.Row {
    /// - Parameters:
    ///   - window: bounds of the sum, from public facts.
    ///   - shift: of the rectifier that reads the sum; nil where there is none.
    ///   - output: the index of the public logit that the sum is; nil where it is none.
    fileprivate init(columns: [Int], window: ClosedRange<Int128>, shift: Int?, output: Int?) {
        if let output {
            // The verifier checks this very window.
            self.init(columns: columns, window: window, isChecked: true, target: .output(output))
            return
        }
        let rounding: Int128 = shift.map { $0 == 0 ? 0 : 1 << Int128($0 - 1) } ?? 0
        let rectified = window.lowerBound + rounding...window.upperBound + rounding
        let checked = shift.flatMap {
            Rectification(window: rectified, shift: $0).checkedWindow(shift: $0)
        }
        self.init(
            columns: columns,
            window: checked.map { $0.lowerBound - rounding...$0.upperBound - rounding } ?? window,
            isChecked: checked != nil, target: .wire)
    }
}

extension IntegerNetwork {
    /// Whether the input itself plays no part in anything but sums of its products with weights.
    fileprivate var onlyLinearLayersReadInput: Bool {
        nodes.allSatisfy { node in
            if case .linear = node.operation { return true }
            return !node.inputs.contains(.input)
        }
    }
}

extension IntegerLinear {
    /// The inputs with a weight that is not zero, ascending.
    func survivingColumns(_ row: Int) -> [Int] {
        self.row(row).enumerated().filter { $0.element != 0 }.map(\.offset)
    }
}
