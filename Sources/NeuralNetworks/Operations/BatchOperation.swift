/// What an operation does to a batch.
protocol BatchOperation: Sendable {
    /// Computes the output's rows; `output.rows` is set, its elements are anything.
    func forward(_ inputs: [Matrix], parameters: UnsafeBufferPointer<Float>, output: inout Matrix)
}

/// An operation that training goes back through.
///
/// Gradients are *added* to what is there: a value that two nodes read gets the sum of both.
protocol DifferentiableOperation: BatchOperation {
    /// Adds the loss's gradient with respect to the input at `position`.
    func addInputGradient(
        at position: Int, inputs: [Matrix], output: Matrix, outputGradient: Matrix,
        parameters: UnsafeBufferPointer<Float>, to gradient: inout Matrix)

    /// Adds the loss's gradient with respect to the parameters.
    func addParameterGradients(
        inputs: [Matrix], outputGradient: Matrix, to gradients: UnsafeMutableBufferPointer<Float>)
}

extension DifferentiableOperation {
    func addParameterGradients(
        inputs: [Matrix], outputGradient: Matrix, to gradients: UnsafeMutableBufferPointer<Float>
    ) {}
}
