import NeuralNetworks

// For inputs 0 ≤ x ≤ X, a sum Σ w x + b lies in its window for every input exactly if the products of positive weights
// with X sum to at most limit − b, and those of negative weights to at most limit + b. Each is an L1 ball, weighted by X;
// the nearest point in one is reached by taking the same threshold from all magnitudes, down to zero (Duchi,
// Shalev-Shwartz, Singer and Chandra, 2008). Here the weights are counted as they will be rounded, so that small ones
// that round to zero take nothing.
extension RoundedLayer {
    /// Moves each row into its window.
    func project(_ parameters: UnsafeMutableBufferPointer<Float>) {
        guard let window else { return }
        for row in rowScales.indices {
            let start = weights.lowerBound + row * columnCount
            let line = UnsafeMutableBufferPointer(rebasing: parameters[start..<start + columnCount])
            let bias = biases.map { (parameters[$0.lowerBound + row] / biasScales[row]).rounded() } ?? 0
            project(line, row: row, sign: 1, limit: window.limit - bias, window.largestInputs)
            project(line, row: row, sign: -1, limit: window.limit + bias, window.largestInputs)
        }
    }

    /// Takes from a row's weights of one sign the least threshold with which they stay in the limit.
    private func project(
        _ line: UnsafeMutableBufferPointer<Float>, row: Int, sign: Float, limit: Float, _ inputs: [Float]
    ) {
        func sum(beyond threshold: Float) -> Float {
            var sum: Float = 0
            for column in line.indices {
                let magnitude = sign * line[column] - threshold
                guard magnitude > 0 else { continue }
                let effective = magnitude * (columnFactors?[column] ?? 1)
                sum += (effective / rowScales[row]).rounded() * inputs[column]
            }
            return sum
        }
        guard sum(beyond: 0) > limit else { return }
        // Beyond the largest weight nothing is left; so the upper end always fits.
        var (tooLow, fitting) = (Float(0), line.reduce(Float(0)) { max($0, sign * $1) })
        for _ in 0..<12 {
            let middle = (tooLow + fitting) / 2
            if sum(beyond: middle) > limit { tooLow = middle } else { fitting = middle }
        }
        for column in line.indices where sign * line[column] > 0 {
            line[column] = sign * max(0, sign * line[column] - fitting)
        }
    }
}
