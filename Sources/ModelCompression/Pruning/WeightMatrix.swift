import NeuralNetworks

/// A weight matrix among all of a network's, whose elements are counted one matrix after the other.
struct WeightMatrix: Hashable, Sendable {
    let name: String
    let firstElement: Int
    let rowCount: Int
    let columnCount: Int

    var elements: Range<Int> { firstElement..<firstElement + rowCount * columnCount }

    func element(_ row: Int, _ column: Int) -> Int { firstElement + row * columnCount + column }

    func row(_ row: Int) -> [Int] { (0..<columnCount).map { element(row, $0) } }

    func column(_ column: Int) -> [Int] { (0..<rowCount).map { element($0, column) } }

    /// The rows in groups that are pruned alike.
    func rowGroups(of size: Int, in network: Network, scores: [Float]) -> [[Int]] {
        let mask = network.parameters[name]!.mask
        let scores = mask.map { zip(scores, $0).map { $1 ? $0 : 0 } } ?? scores
        return RowGroups(of: min(size, rowCount), rowCount: rowCount, scores: scores, mask: mask).groups
    }
}

extension Network {
    /// The weight matrices that nodes use, each once, in the parameters' order.
    var weightNames: [String] { weightMatrices.map(\.name) }

    var weightMatrices: [WeightMatrix] {
        let used = Set(linearNodes.map(\.weights))
        var matrices: [WeightMatrix] = []
        for (name, parameter) in parameters where used.contains(name) {
            let extents = parameter.tensor.shape.extents
            matrices.append(
                WeightMatrix(
                    name: name, firstElement: matrices.last?.elements.upperBound ?? 0,
                    rowCount: extents[0], columnCount: extents[1]))
        }
        return matrices
    }

    /// The linear nodes with the names of their weights and biases.
    var linearNodes: [(node: Node, weights: String, bias: String?)] {
        nodes.compactMap { node in
            guard case .linear(let weights, let bias) = node.operation else { return nil }
            return (node, weights, bias)
        }
    }

    /// The weight matrices that read the input, as it is or reshaped.
    func inputReaders() -> Set<String> { readers(of: inputName).matrices }

    /// For every matrix of hidden neurons, which nothing but linear layers read behind their activations, the
    /// matrices of those layers. Matrices that several nodes share are left out: their rows are several neurons.
    func linearReaders() -> [String: Set<String>] {
        let uses = Dictionary(linearNodes.map { ($0.weights, 1) }, uniquingKeysWith: +)
        var result: [String: Set<String>] = [:]
        for (node, weights, _) in linearNodes {
            let readers = readers(of: node.output)
            guard readers.isLinearOnly, !readers.matrices.isEmpty,
                readers.matrices.union([weights]).allSatisfy({ uses[$0] == 1 })
            else { continue }
            result[weights] = readers.matrices
        }
        return result
    }

    /// The matrices that read a value directly or behind operations on single elements, and whether nothing else
    /// reads it.
    private func readers(of value: ValueName) -> (matrices: Set<String>, isLinearOnly: Bool) {
        var matrices: Set<String> = []
        var isLinearOnly = value != outputName
        for node in nodes where node.inputs.contains(value) {
            switch node.operation {
            case .linear(let weights, _): matrices.insert(weights)
            case .rectify, .square, .flatten, .reshape:
                let inner = readers(of: node.output)
                matrices.formUnion(inner.matrices)
                isLinearOnly = isLinearOnly && inner.isLinearOnly
            case .add, .softmax, .argmax: isLinearOnly = false
            }
        }
        return (matrices, isLinearOnly)
    }
}
