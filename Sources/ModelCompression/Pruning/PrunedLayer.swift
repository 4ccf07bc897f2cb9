import NeuralNetworks

/// A weight matrix cut into the blocks that pruning removes: the weights of one input in one group of rows.
///
/// Block b is group b / inputs, input b mod inputs.
struct PrunedLayer {
    private let inputCount: Int
    private let groups: [[Int]]
    private let scores: [Float]
    private let mask: [Bool]?

    /// - Parameter scores: one per weight, not negative.
    init(_ weights: Parameter, scores: [Float], _ granularity: PruningGranularity) {
        let rowCount = weights.tensor.shape.extents[0]
        inputCount = weights.tensor.shape.extents[1]
        mask = weights.mask
        self.scores = mask.map { zip(scores, $0).map { $1 ? $0 : 0 } } ?? scores
        groups =
            switch granularity {
            case .weight: RowGroups(singleRows: rowCount).groups
            case .block(let rows):
                RowGroups(of: min(rows, rowCount), rowCount: rowCount, scores: self.scores, mask: mask).groups
            }
    }

    var weightCount: Int { scores.count }

    /// The blocks of which something survives.
    var survivingBlocks: [Int] {
        (0..<groups.count * inputCount).filter { survivorCount(of: $0) > 0 }
    }

    /// Positions in the weights' order.
    func elements(of block: Int) -> some Sequence<Int> {
        let (group, input) = block.quotientAndRemainder(dividingBy: inputCount)
        return groups[group].lazy.map { $0 * inputCount + input }
    }

    func survivorCount(of block: Int) -> Int {
        guard let mask else { return groups[block / inputCount].count }
        return elements(of: block).count { mask[$0] }
    }

    func score(of block: Int) -> Float { elements(of: block).reduce(0) { $0 + scores[$1] } }
}
