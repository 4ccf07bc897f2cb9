/// The elementwise sum of two values.
struct AddOperation: DifferentiableOperation {
    func forward(_ inputs: [Matrix], parameters: UnsafeBufferPointer<Float>, output: inout Matrix) {
        let count = inputs[0].count
        output.elements.withUnsafeMutableBufferPointer { y in
            inputs[0].elements.withUnsafeBufferPointer { first in
                inputs[1].elements.withUnsafeBufferPointer { second in
                    for index in 0..<count { y[index] = first[index] + second[index] }
                }
            }
        }
    }

    func addInputGradient(
        at position: Int, inputs: [Matrix], output: Matrix, outputGradient: Matrix,
        parameters: UnsafeBufferPointer<Float>, to gradient: inout Matrix
    ) {
        gradient.add(outputGradient)
    }
}

extension Matrix {
    /// Adds the elements of a matrix of the same shape.
    mutating func add(_ other: Matrix) {
        let count = other.count
        elements.withUnsafeMutableBufferPointer { sum in
            other.elements.withUnsafeBufferPointer { term in
                for index in 0..<count { sum[index] += term[index] }
            }
        }
    }
}
