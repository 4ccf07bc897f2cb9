import Dispatch

/// Adam (Kingma and Ba, 2015) on all parameters of a plan. Masked parameters stay zero.
struct AdamOptimizer: Sendable {
    private(set) var parameters: [Float]
    /// 1 where a parameter survives pruning, 0 elsewhere.
    private let survival: [Float]
    private var mean: [Float]
    private var variance: [Float]
    /// The decay rates' powers after the steps made so far.
    private var meanDecayPower: Float = 1
    private var varianceDecayPower: Float = 1

    private static let meanDecay: Float = 0.9
    private static let varianceDecay: Float = 0.999
    private static let epsilon: Float = 1e-8
    /// Parameters per task.
    private static let blockSize = 1 << 14

    init(parameters: [Float], survives: [Bool]) {
        precondition(parameters.count == survives.count)
        self.parameters = parameters
        survival = survives.map { $0 ? 1 : 0 }
        mean = [Float](repeating: 0, count: parameters.count)
        variance = mean
    }

    /// Makes one step against the sum of some gradients, added in their order.
    mutating func step(against gradients: [[Float]], rate: Float) {
        meanDecayPower *= Self.meanDecay
        varianceDecayPower *= Self.varianceDecay
        let stepSize = rate * (1 - varianceDecayPower).squareRoot() / (1 - meanDecayPower)
        let count = parameters.count
        parameters.withUnsafeMutableBufferPointer { parameters in
            mean.withUnsafeMutableBufferPointer { mean in
                variance.withUnsafeMutableBufferPointer { variance in
                    survival.withUnsafeBufferPointer { survival in
                        // Every iteration has its own block.
                        nonisolated(unsafe) let (w, m, v) = (parameters, mean, variance)
                        nonisolated(unsafe) let survival = survival
                        DispatchQueue.concurrentPerform(iterations: (count - 1) / Self.blockSize + 1) {
                            block in
                            let start = block * Self.blockSize
                            Self.update(
                                start..<min(count, start + Self.blockSize), w, m, v, survival, gradients,
                                stepSize)
                        }
                    }
                }
            }
        }
    }

    /// Lets `body` move the parameters; masked ones are zero again afterwards.
    mutating func confine(_ body: (inout [Float]) -> Void) {
        body(&parameters)
        for index in parameters.indices { parameters[index] *= survival[index] }
    }

    private static func update(
        _ range: Range<Int>, _ parameters: UnsafeMutableBufferPointer<Float>,
        _ mean: UnsafeMutableBufferPointer<Float>, _ variance: UnsafeMutableBufferPointer<Float>,
        _ survival: UnsafeBufferPointer<Float>, _ gradients: [[Float]], _ stepSize: Float
    ) {
        let width = 256
        withUnsafeTemporaryAllocation(of: Float.self, capacity: width) { sum in
            var start = range.lowerBound
            while start < range.upperBound {
                let count = min(width, range.upperBound - start)
                for index in 0..<count { sum[index] = 0 }
                for gradient in gradients {
                    for index in 0..<count { sum[index] += gradient[start + index] }
                }
                for index in 0..<count {
                    let g = sum[index]
                    let m = meanDecay * mean[start + index] + (1 - meanDecay) * g
                    let v = varianceDecay * variance[start + index] + (1 - varianceDecay) * (g * g)
                    mean[start + index] = m
                    variance[start + index] = v
                    let moved = parameters[start + index] - stepSize * m / (v.squareRoot() + epsilon)
                    parameters[start + index] = moved * survival[start + index]
                }
                start += count
            }
        }
    }
}
