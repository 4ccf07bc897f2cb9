/// Bounds of every integer of an affine network, for all inputs and all weights within the declared bits.
package struct AffineWindows: Hashable, Sendable {
    /// The bounds of one layer's neurons.
    package struct Layer: Hashable, Sendable {
        /// Of Q_X − z_X, one per input.
        package let inputs: [ClosedRange<Int128>]
        /// Of `Σ (Q_W − z_W)(Q_X − z_X)`, one per output.
        package let sums: [ClosedRange<Int128>]
        /// Of Q_Y − z_Y, one per output.
        package let outputs: [ClosedRange<Int128>]
    }

    package let layers: [Layer]
}

extension AffineNetwork {
    /// Returns bounds that follow from public facts alone: widths of layers, zero points, k, declared bits, and
    /// the positions of pruned weights where the mask is followed. Every network of the same facts has the same
    /// bounds, and no input in range leaves them.
    ///
    /// - Throws: `overflow` naming the layer in which a bound leaves ±2^80.
    /// - Complexity: linear in the number of weights.
    package func windows(followingMask: Bool) throws(NetworkError) -> AffineWindows {
        let z = Int128(inputZeroPoint)
        var inputs = [ClosedRange<Int128>](repeating: -z...255 - z, count: inputCount)
        var windows: [AffineWindows.Layer] = []
        for layer in layers {
            var sums: [ClosedRange<Int128>] = []
            var outputs: [ClosedRange<Int128>] = []
            for row in 0..<layer.outputCount {
                let sum = layer.sumWindow(ofRow: row, on: inputs, followingMask: followingMask)
                guard let output = layer.outputWindow(of: sum) else {
                    throw NetworkError(.overflow, at: layer.name)
                }
                sums.append(sum)
                outputs.append(output)
            }
            windows.append(.init(inputs: inputs, sums: sums, outputs: outputs))
            inputs = outputs.map { 0...max(0, $0.upperBound) }
        }
        return AffineWindows(layers: windows)
    }
}

extension AffineLayer {
    private static var limit: Int128 { 1 << 80 }

    /// Inputs are below 2^81, so that no number of products that fits the memory overflows.
    fileprivate func sumWindow(
        ofRow row: Int, on inputs: [ClosedRange<Int128>], followingMask: Bool
    ) -> ClosedRange<Int128> {
        let (least, most) = (-Int128(Self.weightZeroPoint), 255 - Int128(Self.weightZeroPoint))
        var (low, high): (Int128, Int128) = (0, 0)
        for (column, x) in inputs.enumerated() where !followingMask || survives(row: row, column: column) {
            low += min(least * x.upperBound, most * x.lowerBound)
            high += max(most * x.upperBound, least * x.lowerBound)
        }
        return low...high
    }

    /// Bounds of `⌊M (sum + offset) / 2^k⌋ − z_Y`; nil beyond ±2^80.
    ///
    /// As 0 lies in the window of every sum, the largest multiplier reaches furthest on both sides.
    fileprivate func outputWindow(of sum: ClosedRange<Int128>) -> ClosedRange<Int128>? {
        guard sum.largestMagnitude < Self.limit else { return nil }
        let largestOffset: Int128 = 1 << Int128(offsetBits - 1) - 1
        let largestMultiplier: Int128 = 1 << Int128(multiplierBits) - 1
        let low = largestMultiplier * (sum.lowerBound - largestOffset)
        let high = largestMultiplier * (sum.upperBound + largestOffset)
        let (k, z) = (Int128(fractionBits), Int128(outputZeroPoint))
        let window = (low >> k) - z...(high >> k) - z
        return window.largestMagnitude < Self.limit ? window : nil
    }
}
