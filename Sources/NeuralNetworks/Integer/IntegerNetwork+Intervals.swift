/// Bounds of every element of every value of an integer network, for all inputs in range.
package struct IntegerIntervals: Hashable, Sendable {
    package let input: [ClosedRange<Int128>]
    /// One array per node, one interval per element.
    package let nodes: [[ClosedRange<Int128>]]

    package subscript(value: IntegerValue) -> [ClosedRange<Int128>] {
        switch value {
        case .input: input
        case .node(let index): nodes[index]
        }
    }
}

extension IntegerNetwork {
    /// Returns bounds of every value when input elements lie in 0 … 2^inputBits − 1.
    ///
    /// The bounds of the first linear layer are reached; deeper ones ignore that their inputs depend on each
    /// other. With `.declared`, every network with the same zeros and the same declared bits has the same
    /// bounds: a surviving weight adds ±(2^(weightBits−1) − 1) · max|x|, a bias ±(2^(biasBits−1) − 1); where the
    /// owner publishes windows, those are the bounds.
    ///
    /// - Throws: `overflow` naming the node where a bound leaves ±2^125, and what `validate()` throws.
    /// - Complexity: linear in the number of weights.
    package func intervals(_ knowledge: WeightKnowledge) throws(NetworkError) -> IntegerIntervals {
        try validate()
        let input = [ClosedRange<Int128>](repeating: 0...Int128(largestInput), count: inputShape.count)
        var intervals: [[ClosedRange<Int128>]] = []
        for node in nodes {
            let inputs = node.inputs.map { value in
                switch value {
                case .input: input
                case .node(let index): intervals[index]
                }
            }
            let output: [ClosedRange<Int128>]? =
                switch node.operation {
                case .linear(let linear):
                    switch knowledge {
                    case .exact: linear.exactIntervals(of: inputs[0])
                    case .declared: linear.declaredIntervals(of: inputs[0])
                    }
                case .rectify(let shift): Self.rectifiedIntervals(inputs[0], shift: shift)
                case .square: Self.squaredIntervals(inputs[0])
                case .add: Self.addedIntervals(inputs[0], inputs[1])
                }
            guard let output else { throw NetworkError(.overflow, at: node.name) }
            intervals.append(output)
        }
        return IntegerIntervals(input: input, nodes: intervals)
    }

    private static func rectifiedIntervals(
        _ input: [ClosedRange<Int128>], shift: Int
    ) -> [ClosedRange<Int128>] {
        // Monotone, and 2^61 more than 2^125 is still an Int128.
        input.map {
            let lower = IntegerOperation.rectified($0.lowerBound, shift: shift)
            return lower...IntegerOperation.rectified($0.upperBound, shift: shift)
        }
    }

    /// The squares of the integers of each interval, `nil` on overflow.
    private static func squaredIntervals(_ input: [ClosedRange<Int128>]) -> [ClosedRange<Int128>]? {
        var squares: [ClosedRange<Int128>] = []
        for z in input {
            guard let first = CheckedArithmetic.product(z.lowerBound, z.lowerBound),
                let last = CheckedArithmetic.product(z.upperBound, z.upperBound)
            else { return nil }
            squares.append((z.contains(0) ? 0 : min(first, last))...max(first, last))
        }
        return squares
    }

    private static func addedIntervals(
        _ first: [ClosedRange<Int128>], _ second: [ClosedRange<Int128>]
    ) -> [ClosedRange<Int128>]? {
        var sums: [ClosedRange<Int128>] = []
        for (a, b) in zip(first, second) {
            guard let lower = CheckedArithmetic.sum(a.lowerBound, b.lowerBound),
                let upper = CheckedArithmetic.sum(a.upperBound, b.upperBound)
            else { return nil }
            sums.append(lower...upper)
        }
        return sums
    }
}

extension IntegerLinear {
    /// Exact sums over the actual weights; `nil` on overflow.
    fileprivate func exactIntervals(of input: [ClosedRange<Int128>]) -> [ClosedRange<Int128>]? {
        var output: [ClosedRange<Int128>] = []
        for row in 0..<outputCount {
            var (lower, upper) = (Int128(biases[row]), Int128(biases[row]))
            for (weight, x) in zip(self.row(row), input) where weight != 0 {
                let (least, most) = weight > 0 ? (x.lowerBound, x.upperBound) : (x.upperBound, x.lowerBound)
                guard let low = CheckedArithmetic.product(Int128(weight), least),
                    let high = CheckedArithmetic.product(Int128(weight), most),
                    let lowerSum = CheckedArithmetic.sum(lower, low),
                    let upperSum = CheckedArithmetic.sum(upper, high)
                else { return nil }
                (lower, upper) = (lowerSum, upperSum)
            }
            output.append(lower...upper)
        }
        return output
    }

    /// The published windows; otherwise what the positions of zeros and the declared bits allow, symmetric about
    /// 0, `nil` on overflow.
    fileprivate func declaredIntervals(of input: [ClosedRange<Int128>]) -> [ClosedRange<Int128>]? {
        if let windows {
            let fit = windows.allSatisfy { max($0.lowerBound.magnitude, $0.upperBound.magnitude) <= 1 << 122 }
            return fit ? windows : nil
        }
        let largestWeight: Int128 = (1 << (weightBits - 1)) - 1
        let largestBias: Int128 = (1 << (biasBits - 1)) - 1
        var output: [ClosedRange<Int128>] = []
        for row in 0..<outputCount {
            var bound = largestBias
            for (weight, x) in zip(self.row(row), input) where weight != 0 {
                guard let term = CheckedArithmetic.product(largestWeight, x.largestMagnitude),
                    let sum = CheckedArithmetic.sum(bound, term)
                else { return nil }
                bound = sum
            }
            output.append(-bound...bound)
        }
        return output
    }
}

extension ClosedRange<Int128> {
    /// The largest absolute value inside.
    package var largestMagnitude: Int128 { Swift.max(abs(lowerBound), abs(upperBound)) }
}
