import NeuralNetworks

// A sum Σ w x + b with inputs −B ≤ x ≤ A, A and B not negative, lies in its window for every input exactly if two weighted
// sums of magnitudes fit: Σ c |w| ≤ limit − b, where c is A for positive weights and B for negative ones, and
// Σ c |w| ≤ limit + b with A and B exchanged. Each is a weighted L1 ball, and its nearest point takes λ · c from every
// magnitude, down to zero, with the least λ that fits (Duchi, Shalev-Shwartz, Singer and Chandra, 2008). Here the weights
// are counted as they will be rounded, so that small ones that round to zero take nothing.
extension RoundedLayer {
    /// Moves each row into its window. A bias that is beyond it alone is cut to the window's end.
    package func project(_ parameters: UnsafeMutableBufferPointer<Float>) {
        guard let window else { return }
        for row in rowScales.indices {
            let start = weights.lowerBound + row * columnCount
            let line = UnsafeMutableBufferPointer(rebasing: parameters[start..<start + columnCount])
            var bias: Float = 0
            if let biases {
                let index = biases.lowerBound + row
                bias = (parameters[index] / biasScales[row]).rounded()
                if abs(bias) > window.limit {
                    bias = bias > 0 ? window.limit : -window.limit
                    parameters[index] = bias * biasScales[row]
                }
            }
            project(line, row: row, sign: 1, limit: window.limit - bias, window)
            project(line, row: row, sign: -1, limit: window.limit + bias, window)
        }
    }

    /// Shrinks the weights that can move a row's sum towards one side, by the least λ with which it stays in the limit.
    private func project(
        _ line: UnsafeMutableBufferPointer<Float>, row: Int, sign: Float, limit: Float, _ window: Window
    ) {
        let reaches = line.indices.map { column in
            sign * line[column] > 0 ? window.inputs[column].above : window.inputs[column].below
        }
        // Costs are measured by the largest, so that λ is a weight.
        var costs = line.indices.map { reaches[$0] * (columnFactors?[$0] ?? 1) }
        guard let largestCost = costs.max(), largestCost > 0 else { return }
        for column in costs.indices { costs[column] /= largestCost }
        func shrunk(_ column: Int, by lambda: Float) -> Float {
            max(0, abs(line[column]) - lambda * costs[column])
        }
        func sum(_ lambda: Float) -> Float {
            var sum: Float = 0
            for column in line.indices where costs[column] > 0 {
                let effective = shrunk(column, by: lambda) * (columnFactors?[column] ?? 1)
                sum += (effective / rowScales[row]).rounded() * reaches[column]
            }
            return sum
        }
        guard sum(0) > limit else { return }
        // Here all of these weights are zero: the upper end always fits.
        var (tooLow, fitting) = (Float(0), Float(0))
        for column in line.indices where costs[column] > 0 {
            fitting = max(fitting, abs(line[column]) / costs[column])
        }
        for _ in 0..<12 {
            let middle = (tooLow + fitting) / 2
            if sum(middle) > limit { tooLow = middle } else { fitting = middle }
        }
        for column in line.indices where costs[column] > 0 {
            let magnitude = shrunk(column, by: fitting)
            line[column] = line[column] < 0 ? -magnitude : magnitude
        }
    }
}
