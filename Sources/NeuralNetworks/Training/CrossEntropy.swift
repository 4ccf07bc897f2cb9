/// The cross-entropy of softmax: `−log p_label`.
enum CrossEntropy {
    /// Returns the losses of a batch summed, and writes `weight` times their gradient with respect to the
    /// logits.
    static func gradient(
        logits: Matrix, labels: [UInt8], weight: Float, into gradient: inout Matrix
    ) -> Double {
        var loss = 0.0
        for row in 0..<logits.rows {
            let start = row * logits.columns
            let probabilities = SoftmaxOperation.probabilities(of: logits.row(row))
            let label = Int(labels[row])
            for (column, probability) in probabilities.enumerated() {
                gradient.elements[start + column] = weight * (probability - (column == label ? 1 : 0))
            }
            loss -= Double(logarithm(max(probabilities[label], .leastNormalMagnitude)))
        }
        return loss
    }
}
