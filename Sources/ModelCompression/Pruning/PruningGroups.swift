import NeuralNetworks

/// The weights of a network in the groups that pruning removes.
///
/// Elements are counted across the weight matrices, one after the other in the parameters' order.
struct PruningGroups {
    /// The elements of group g are `elements[starts[g] ..< starts[g + 1]]`.
    private var elements: [Int] = []
    private var starts: [Int] = [0]
    /// The layer that a group counts with where each is pruned for itself.
    private(set) var layers: [Int] = []

    var count: Int { layers.count }

    subscript(group: Int) -> ArraySlice<Int> { elements[starts[group]..<starts[group + 1]] }

    private mutating func append(_ group: some Sequence<Int>, layer: Int) {
        elements += group
        starts.append(elements.count)
        layers.append(layer)
    }

    /// - Parameters:
    ///   - matrices: those among which pruning chooses.
    ///   - scores: one per element, by which rows that look alike come into one block.
    init(
        _ network: Network, _ granularity: PruningGranularity, matrices: [WeightMatrix],
        scores: WeightScores
    ) {
        switch granularity {
        case .weight:
            for (layer, matrix) in matrices.enumerated() {
                for element in matrix.elements { append(CollectionOfOne(element), layer: layer) }
            }
        case .block(let rows):
            for (layer, matrix) in matrices.enumerated() {
                for group in matrix.rowGroups(of: rows, in: network, scores: scores[matrix.name]) {
                    for column in 0..<matrix.columnCount {
                        append(group.map { matrix.element($0, column) }, layer: layer)
                    }
                }
            }
        case .neuron:
            let readers = network.linearReaders()
            for (layer, matrix) in matrices.enumerated() {
                guard let readers = readers[matrix.name] else { continue }
                let reading = matrices.filter { readers.contains($0.name) }
                guard reading.count == readers.count else { continue }
                for row in 0..<matrix.rowCount {
                    append(
                        matrix.row(row) + reading.flatMap { matrix in matrix.column(row) }, layer: layer)
                }
            }
        case .pixel:
            let names = network.inputReaders()
            let reading = matrices.filter { names.contains($0.name) }
            for pixel in 0..<network.inputShape.count where !reading.isEmpty {
                append(reading.flatMap { $0.column(pixel) }, layer: 0)
            }
        }
    }
}
