public import NeuralNetworks

extension SearchReport.ImageLayer {
    /// The rows of a compiled layer.
    ///
    /// - Parameters:
    ///   - mask: row-major, true where pruning left the weight; without one every weight of zero is taken for
    ///     pruned, as the circuit does.
    /// - Precondition: the layer reads `width * height` inputs, and a mask has an entry for each of its weights.
    public init(name: String, width: Int, height: Int, linear: IntegerLinear, mask: [Bool]? = nil) {
        precondition(mask == nil || mask?.count == linear.weights.count, "one mask entry per weight")
        let filters = (0..<linear.outputCount).map { row in
            SearchReport.Filter(
                weights: (row * linear.inputCount..<(row + 1) * linear.inputCount).map { index in
                    let weight = Int(linear.weights[index])
                    return mask?[index] ?? (weight != 0) ? weight : nil
                })
        }
        self.init(name: name, width: width, height: height, filters: filters)
    }
}
