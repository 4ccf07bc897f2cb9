/// `y = max(0, x)`; the derivative at 0 is 0.
struct RectifyOperation: DifferentiableOperation {
    func forward(_ inputs: [Matrix], parameters: UnsafeBufferPointer<Float>, output: inout Matrix) {
        let count = inputs[0].count
        output.elements.withUnsafeMutableBufferPointer { y in
            inputs[0].elements.withUnsafeBufferPointer { x in
                for index in 0..<count { y[index] = x[index] > 0 ? x[index] : 0 }
            }
        }
    }

    func addInputGradient(
        at position: Int, inputs: [Matrix], output: Matrix, outputGradient: Matrix,
        parameters: UnsafeBufferPointer<Float>, to gradient: inout Matrix
    ) {
        let count = output.count
        gradient.elements.withUnsafeMutableBufferPointer { dx in
            output.elements.withUnsafeBufferPointer { y in
                outputGradient.elements.withUnsafeBufferPointer { dy in
                    for index in 0..<count { dx[index] += y[index] > 0 ? dy[index] : 0 }
                }
            }
        }
    }
}
