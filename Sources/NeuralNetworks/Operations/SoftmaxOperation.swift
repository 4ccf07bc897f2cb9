/// `y_i = exp(x_i) / Σ_j exp(x_j)` over each row.
struct SoftmaxOperation: BatchOperation {
    func forward(_ inputs: [Matrix], parameters: UnsafeBufferPointer<Float>, output: inout Matrix) {
        let columns = output.columns
        for row in 0..<inputs[0].rows {
            let probabilities = Self.probabilities(of: inputs[0].row(row))
            output.elements.replaceSubrange(row * columns..<(row + 1) * columns, with: probabilities)
        }
    }

    func addInputGradient(
        at position: Int, inputs: [Matrix], output: Matrix, outputGradient: Matrix,
        parameters: UnsafeBufferPointer<Float>, to gradient: inout Matrix
    ) {
        for row in 0..<output.rows {
            let (y, dy) = (output.row(row), outputGradient.row(row))
            let mean = zip(y, dy).reduce(0) { $0 + $1.0 * $1.1 }
            for index in y.indices { gradient.elements[index] += y[index] * (dy[index] - mean) }
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
