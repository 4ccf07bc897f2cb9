import NeuralNetworks

/// Where a linear layer's parameters lie in training, the grids that they are rounded to, and the windows of its rows.
package struct RoundedLayer {
    /// What the sums of a row fit.
    package struct Window {
        /// |z| is at most this.
        let limit: Float
        /// What a column's input reaches on either side of 0, in integers.
        let inputs: [(above: Float, below: Float)]

        package init(limit: Float, inputs: [ClosedRange<Double>]) {
            self.limit = limit
            self.inputs = inputs.map { (Float(max($0.upperBound, 0)), Float(max(-$0.lowerBound, 0))) }
        }
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

    package init(
        weights: Range<Int>, biases: Range<Int>?, columnCount: Int, largestWeight: Float, rowScales: [Float],
        columnFactors: [Float]?, biasScales: [Float], window: Window?
    ) {
        self.weights = weights
        self.biases = biases
        self.columnCount = columnCount
        self.largestWeight = largestWeight
        self.rowScales = rowScales
        self.columnFactors = columnFactors
        self.biasScales = biasScales
        self.window = window
    }

    /// Rounds the layer's weights and biases in place.
    package func round(_ parameters: UnsafeMutableBufferPointer<Float>) {
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
