/// The same elements under other axes; flattening is the case of one axis.
struct ReshapeOperation: DifferentiableOperation {
    func forward(_ inputs: [Matrix], parameters: UnsafeBufferPointer<Float>, output: inout Matrix) {
        let count = inputs[0].count
        output.elements.withUnsafeMutableBufferPointer { y in
            inputs[0].elements.withUnsafeBufferPointer { x in
                y.baseAddress!.update(from: x.baseAddress!, count: count)
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
