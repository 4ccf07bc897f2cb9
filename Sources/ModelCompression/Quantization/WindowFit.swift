/// Finds the scale at which one row's rounded weights and bias fill a window.
package struct WindowFit {
    private var terms: [(weight: Double, input: ClosedRange<Double>)] = []
    private let bias: Double

    package init(bias: Double) {
        self.bias = bias
    }

    /// Adds a weight and what it is multiplied with.
    package mutating func add(_ weight: Double, input: ClosedRange<Double>) {
        if weight != 0 { terms.append((weight, input)) }
    }

    /// Returns the real number that a weight of 1 shall stand for: such that every sum stays inside ±(2^windowBits − 1)
    /// after rounding, and every weight inside ±largestWeight; 1 for a row of zeros.
    ///
    /// The finest scale that fits is looked for from a quarter of the one that would fit without rounding, in steps of
    /// 2 %: a row of many small weights fits at much finer scales, because most of them round to zero there. It
    /// ends, because a scale that is coarse enough rounds everything to zero.
    ///
    /// - Parameter settled: where to look from instead; a row that was trained to fit does so there, where weights
    ///   beyond `largestWeight` are cut as training cut them.
    package func scale(windowBits: Int, largestWeight: Double, from settled: Double? = nil) -> Double {
        let limit = Double((1 << windowBits) - 1)
        let largest = terms.reduce(0) { max($0, abs($1.weight)) }
        let unrounded = max(bound { $0 } / limit, largest / largestWeight)
        guard unrounded > 0 else { return settled ?? 1 }
        var scale = settled ?? max(unrounded / 4, largest / largestWeight)
        while bound(rounding: { ($0 / scale).rounded() }) > limit { scale *= 1.02 }
        return scale
    }

    /// The largest |z|, where weights and bias are what `rounding` makes of them.
    private func bound(rounding: (Double) -> Double) -> Double {
        var lower = rounding(bias)
        var upper = lower
        for (weight, input) in terms {
            let rounded = rounding(weight)
            lower += rounded * (rounded > 0 ? input.lowerBound : input.upperBound)
            upper += rounded * (rounded > 0 ? input.upperBound : input.lowerBound)
        }
        return max(abs(lower), abs(upper))
    }
}
