import FiniteFields
import Gadgets
import NeuralNetworks

/// What of a circuit is decided before its first wire is laid, because the instance comes first: which values are
/// instance wires, and which rows share products.
struct CircuitPlan: Sendable {
    /// How each linear layer, and each sum of such, is laid, by node.
    let layers: [Int: LayerPlan]
    let layout: InstanceLayout

    init<F: PrimeField>(
        _ network: IntegerNetwork, _ options: CompileOptions, _ intervals: IntegerIntervals, read: [[Bool]],
        over field: F.Type
    ) {
        var planner = CircuitPlanner<F>(network, options, intervals, read)
        planner.planLinearLayers()
        layers = planner.layers
        let inputCount = network.inputShape.count
        let last = network.nodes.count - 1
        layout = InstanceLayout(
            outputCount: options.output == .logits ? intervals.nodes[last].count : 1,
            publicInputCount: options.input == .public && !planner.hasColumns ? inputCount : 0,
            hiddenInputCount: options.input == .committed ? inputCount : 0,
            accumulatorCount: planner.accumulatorCount, committedCount: planner.committedCount,
            hasMask: options.hidesInstanceWires, columnCount: planner.hasColumns ? inputCount : 0)
    }
}

/// Goes through a network's layers and decides how each is laid.
private struct CircuitPlanner<F: PrimeField> {
    let network: IntegerNetwork
    let options: CompileOptions
    let intervals: IntegerIntervals
    let read: [[Bool]]
    /// Whether the input has no wires, and columns of a registration stand for it.
    let hasColumns: Bool

    var layers: [Int: LayerPlan] = [:]
    var accumulatorCount = 0
    var committedCount = 0

    init(
        _ network: IntegerNetwork, _ options: CompileOptions, _ intervals: IntegerIntervals, _ read: [[Bool]]
    ) {
        self.network = network
        self.options = options
        self.intervals = intervals
        self.read = read
        hasColumns =
            options.weights == .committed && options.input == .public && network.onlyLinearLayersReadInput
    }

    mutating func planLinearLayers() {
        // The last sum first: it takes the layers that it alone reads.
        for index in network.nodes.indices.reversed() where layers[index] == nil {
            switch network.nodes[index].operation {
            case .linear(let layer): planLinear(layer, index)
            case .add: planAddition(index)
            case .rectify, .square: break
            }
        }
    }

    private mutating func planLinear(_ layer: IntegerLinear, _ index: Int) {
        if options.weights == .embedded {
            layers[index] = .embedded
        } else if hasColumns, network.nodes[index].inputs[0] == .input {
            let summed = (0..<layer.outputCount).filter { row in
                read[index][row] && (layer.biasBits > 1 || layer.row(row).contains { $0 != 0 })
            }
            layers[index] = .accumulators(summed)
            accumulatorCount += summed.count
        } else {
            planProducts(LayerSum(parts: [index]), at: index)
        }
    }

    private mutating func planAddition(_ index: Int) {
        // Single products gain nothing from being laid together.
        guard options.weights != .embedded, options.products != .plain else { return }
        let sum = network.terms(ofAddition: index) { part in
            !hasColumns || network.nodes[part].inputs[0] != .input
        }
        guard !sum.parts.isEmpty else { return }
        for node in sum.parts + sum.additions { layers[node] = .partOfSum }
        planProducts(sum, at: index)
    }

    /// - Parameter index: the node whose value the sum is.
    private mutating func planProducts(_ sum: LayerSum, at index: Int) {
        let parts = sum.parts.map { part -> (layer: IntegerLinear, isZero: [Bool]) in
            guard case .linear(let layer) = network.nodes[part].operation else {
                preconditionFailure("parts are linear layers")
            }
            // A product with a value that is always 0 has no wires.
            return (layer, intervals[network.nodes[part].inputs[0]].map { $0 == 0...0 })
        }
        let hasBiases = parts.contains { $0.layer.biasBits > 1 }
        let isOutput = options.output == .logits && index == network.nodes.count - 1
        let rectifier = network.rectifier(readingNode: index)
        let rows = intervals.nodes[index].indices.map { row -> RowPacking.Row? in
            guard read[index][row] else { return nil }
            var columns: [Int] = []
            var first = 0
            for part in parts {
                columns += part.layer.survivingColumns(row).filter { !part.isZero[$0] }.map { first + $0 }
                first += part.layer.inputCount
            }
            // A row of nothing is 0, unless it is a logit, which somebody must bind.
            guard hasBiases || !columns.isEmpty || isOutput else { return nil }
            // A neuron that nobody reads behind the rectifier is not rectified.
            let shift = rectifier.flatMap { read[$0.node][row] ? $0.shift : nil }
            return .init(
                columns: columns, window: intervals.nodes[index][row], shift: shift,
                output: isOutput ? row : nil)
        }
        let packs = RowPacking(rows, in: F.self).packs(options.products)
        layers[index] = .products(
            ProductPlan(parts: sum.parts, addends: sum.addends, hasBiases: hasBiases, packs: packs))
        if options.weights == .committed {
            committedCount += packs.reduce(0) { $0 + $1.columns.count + (hasBiases ? 1 : 0) }
        }
    }
}

extension RowPacking.Row {
    /// - Parameters:
    ///   - window: bounds of the sum, from public facts.
    ///   - shift: of the rectifier that reads the sum; nil where there is none. A square checks nothing.
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
