import ConstraintSystem
import FiniteFields
import Gadgets
import NeuralNetworks

/// Lays `Σ_i (Q_W,ji − z_W)(Q_X,i − z_X)` for the rows of one layer, in the encoding of the options.
///
/// A cheating prover chooses the weights. Nothing here bounds them, and uniqueness needs no bound: for any
/// weights each sum has one value at most.
struct ZenLayerEncoder<F: PrimeField> {
    typealias Value = [LinearCombination<F>]

    let layer: AffineLayer
    let windows: AffineWindows.Layer
    let inputZeroPoint: Int
    let options: ZenOptions

    /// Returns the sums of these rows.
    ///
    /// - Parameters:
    ///   - input: Q_X − z_X.
    ///   - recorded: gets the values of the weights' wires, in their order.
    func sums(
        of rows: [Int], on input: Value, in builder: inout CircuitBuilder<F>, recording recorded: inout [F]
    ) throws(CompileError) -> Value {
        var sums: Value = []
        for group in groups(of: rows) {
            let columns = group.rows.map(columns)
            recorded += zip(group.rows, columns).flatMap { row, columns in
                columns.map { F(Int(layer.row(row)[row * layer.inputCount + $0])) }
            }
            guard let plan = group.plan else {
                sums.append(
                    builder.region("sum[\(group.rows[0])]") { builder in
                        let weights = builder.privateInputs("weight", count: columns[0].count)
                        return options.encoding == .plain
                            ? plainSum(weights, columns[0].map { input[$0] }, in: &builder)
                            : groupedSum(weights, columns[0].map { input[$0] }, in: &builder)
                    })
                continue
            }
            let name = "sum[\(group.rows.map(String.init).joined(separator: ","))]"
            sums += try builder.region(name) { builder throws(CompileError) in
                let weights = columns.map { builder.privateInputs("weight", count: $0.count) }
                return try strandedSums(weights, columns, on: input, plan: plan, in: &builder)
            }
        }
        return sums
    }

    /// The columns of a row that have a wire.
    private func columns(ofRow row: Int) -> [Int] {
        (0..<layer.inputCount).filter { !options.followMask || layer.survives(row: row, column: $0) }
    }
}

// MARK: - Single rows

extension ZenLayerEncoder {
    /// `Σ (Q_W − z_W)(Q_X − z_X)`, a wire for each product.
    private func plainSum(
        _ weights: Value, _ input: Value, in builder: inout CircuitBuilder<F>
    ) -> LinearCombination<F> {
        let zero = LinearCombination<F>(constant: Int128(AffineLayer.weightZeroPoint))
        return .sum(of: zip(weights, input).map { (.one, builder.product($0 - zero, $1)) })
    }

    /// `G1 + n z_W z_X − G2 − G3`, each product added to those before.
    private func groupedSum(
        _ weights: Value, _ input: Value, in builder: inout CircuitBuilder<F>
    ) -> LinearCombination<F> {
        let (zW, zX) = (Int128(AffineLayer.weightZeroPoint), Int128(inputZeroPoint))
        let quantized = input.map { $0 + LinearCombination(constant: zX) }
        let constant = LinearCombination<F>(constant: Int128(weights.count) * zW * zX)
        let linear = LinearCombination<F>.sum(
            of: [(.one, constant)] + weights.map { (-F(zX), $0) } + quantized.map { (-F(zW), $0) })
        return builder.innerProduct(Array(zip(weights, quantized)), plus: linear)
    }
}

// MARK: - Strands

extension ZenLayerEncoder {
    /// Rows whose sums are laid together; without a plan it is one row.
    private typealias Group = (rows: [Int], plan: StrandPlan?)

    /// Cuts the rows into groups, from public facts alone.
    private func groups(of rows: [Int]) -> [Group] {
        guard options.encoding == .stranded else { return rows.map { ([$0], nil) } }
        var groups: [Group] = []
        var rest = rows[...]
        while !rest.isEmpty {
            let group = largestGroup(of: rest)
            groups += group
            rest = rest.dropFirst(group.reduce(0) { $0 + $1.rows.count })
        }
        return groups
    }

    /// The next rows: as many as the field holds, together or, where that is cheaper, each by itself.
    private func largestGroup(of rows: ArraySlice<Int>) -> [Group] {
        for count in stride(from: min(options.strands, rows.count), to: 1, by: -1) {
            let rows = Array(rows.prefix(count))
            guard let plan = plan(for: rows) else { continue }
            guard options.followMask else { return [(rows, plan)] }
            let columns = rows.map(columns)
            let together = Set(columns.joined()).count + plan.constraintCount
            let apart = columns.reduce(0) { $0 + $1.count }
            return together < apart ? [(rows, plan)] : rows.map { ([$0], nil) }
        }
        return [([rows.first!], nil)]
    }

    /// All strands have the same right side, so ⟨a_j, b_l⟩ is the sum of row j for every l.
    private func plan(for rows: [Int]) -> StrandPlan? {
        StrandPlan(
            windows: rows.map { row in rows.map { _ in windows.sums[row] } },
            modulusBitCount: F.modulusBitCount)
    }

    /// Centred weights and inputs, packed over the columns that any of the rows has.
    private func strandedSums(
        _ weights: [Value], _ columns: [[Int]], on input: Value, plan: StrandPlan,
        in builder: inout CircuitBuilder<F>
    ) throws(CompileError) -> Value {
        let zero = LinearCombination<F>(constant: Int128(AffineLayer.weightZeroPoint))
        let shared = Set(columns.joined()).sorted()
        let left = zip(weights, columns).map { weights, columns in
            let byColumn = Dictionary(uniqueKeysWithValues: zip(columns, weights))
            return shared.map { byColumn[$0].map { $0 - zero } ?? LinearCombination() }
        }
        let right = [Value](repeating: shared.map { input[$0] }, count: weights.count)
        return try builder.strandedDotProducts(left, right, plan: plan)
    }
}
