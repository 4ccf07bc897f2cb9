import NeuralNetworks

extension IntegerNetwork {
    /// The linear layer that comes first.
    func firstLayer() throws -> IntegerLinear {
        guard case .linear(let linear) = nodes[0].operation else {
            throw NetworkError(.shapeMismatch, at: "test")
        }
        return linear
    }

    /// The bounds of each sum of the first layer, by trying the two extreme inputs of each row.
    func largestSums() throws -> [Int128] {
        let linear = try firstLayer()
        return try (0..<linear.outputCount).flatMap { row in
            try [true, false].map { wantsPositive in
                let input = linear.row(row).map { ($0 > 0) == wantsPositive ? largestInput : 0 }
                return abs(try nodeValues(for: input)[0][row])
            }
        }
    }
}
