public import FiniteFields

/// The values of a network's hidden weights, in the order of their wires.
public struct HiddenModel<F: PrimeField>: Sendable {
    /// What one value of the input adds to an accumulator.
    public struct Weight: Hashable, Sendable {
        /// Counted from 0 among the accumulators.
        public let accumulator: Int
        public let value: F
    }

    /// For each value of a public input without wires its weights, in ascending order of accumulators.
    public private(set) var columns: [[Weight]]
    /// One per accumulator.
    public private(set) var biases: [F] = []
    /// One per committed wire.
    public internal(set) var committed: [F] = []
    /// One per private wire of a weight or bias; empty unless weights are private.
    var privateWeights: [F] = []

    init(columnCount: Int) { columns = Array(repeating: [], count: columnCount) }

    /// Adds a sum of inputs, each with its weight.
    mutating func appendAccumulator(weights: [(input: Int, value: F)], bias: F) {
        for (input, value) in weights {
            columns[input].append(Weight(accumulator: biases.count, value: value))
        }
        biases.append(bias)
    }

    /// Returns the sums for an input without wires.
    ///
    /// - Precondition: as many values as columns.
    func accumulatorValues(for x: [F]) -> [F] {
        precondition(x.count == columns.count, "a value for each column")
        var sums = biases
        for (value, column) in zip(x, columns) where !value.isZero {
            for weight in column { sums[weight.accumulator] += value * weight.value }
        }
        return sums
    }
}
