/// `y = x²`; the derivative is 2x.
struct SquareOperation: DifferentiableOperation {
    func forward(_ inputs: [Matrix], parameters: UnsafeBufferPointer<Float>, output: inout Matrix) {
        let count = inputs[0].count
        output.elements.withUnsafeMutableBufferPointer { y in
            inputs[0].elements.withUnsafeBufferPointer { x in
                for index in 0..<count { y[index] = x[index] * x[index] }
            }
        }
    }

    func addInputGradient(
        at position: Int, inputs: [Matrix], output: Matrix, outputGradient: Matrix,
        parameters: UnsafeBufferPointer<Float>, to gradient: inout Matrix
    ) {
        let count = output.count
        gradient.elements.withUnsafeMutableBufferPointer { dx in
            inputs[0].elements.withUnsafeBufferPointer { x in
                outputGradient.elements.withUnsafeBufferPointer { dy in
                    for index in 0..<count { dx[index] += 2 * x[index] * dy[index] }
                }
            }
        }
    }
}
