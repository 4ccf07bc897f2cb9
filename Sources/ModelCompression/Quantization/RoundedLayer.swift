import NeuralNetworks

/// Where a linear layer's parameters lie in training, the grids that they are rounded to, and the windows of its rows.
struct RoundedLayer {
    /// What the sums of a row fit.
    struct Window {
        /// |z| is at most this.
        let limit: Float
        /// By column, in integers.
        let largestInputs: [Float]
    }

    let weights: Range<Int>
    let biases: Range<Int>?
    let columnCount: Int
    let largestWeight: Float
    /// The real number that a weight of 1 stands for, by row.
    let rowScales: [Float]
    /// What a column's weights are multiplied with before they are rounded; nil where all are 1.
    let columnFactors: [Float]?
    /// The real number that a bias of 1 stands for, by row.
    let biasScales: [Float]
    let window: Window?

    /// Rounds the layer's weights and biases in place.
    func round(_ parameters: UnsafeMutableBufferPointer<Float>) {
        for (row, scale) in rowScales.enumerated() {
            let inverse = 1 / scale
            let start = weights.lowerBound + row * columnCount
            if let columnFactors {
                for column in 0..<columnCount {
                    let factor = columnFactors[column]
                    let scaled = (parameters[start + column] * factor * inverse).rounded()
                    parameters[start + column] =
                        min(max(scaled, -largestWeight), largestWeight) * scale / factor
                }
            } else {
                for index in start..<start + columnCount {
                    let scaled = (parameters[index] * inverse).rounded()
                    parameters[index] = min(max(scaled, -largestWeight), largestWeight) * scale
                }
            }
        }
        guard let biases else { return }
        for (row, scale) in biasScales.enumerated() {
            let index = biases.lowerBound + row
            parameters[index] = (parameters[index] / scale).rounded() * scale
        }
    }
}
