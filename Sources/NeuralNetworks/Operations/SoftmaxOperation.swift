/// `y_i = exp(x_i) / Σ_j exp(x_j)` over each row.
struct SoftmaxOperation: BatchOperation {
    func forward(_ inputs: [Matrix], parameters: UnsafeBufferPointer<Float>, output: inout Matrix) {
        let columns = output.columns
        for row in 0..<inputs[0].rows {
            let probabilities = Self.probabilities(of: inputs[0].row(row))
            output.elements.replaceSubrange(row * columns..<(row + 1) * columns, with: probabilities)
        }
    }

    /// Returns the softmax of one row; the largest element is taken off first, so nothing overflows.
    static func probabilities(of logits: some Collection<Float>) -> [Float] {
        let largest = logits.max() ?? 0
        let powers = logits.map { exponential($0 - largest) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }
}
