/// `y = W x + b` for every row x of a batch.
struct LinearOperation: DifferentiableOperation {
    let inputCount: Int
    let outputCount: Int
    /// Where W and b begin in the plan's parameters.
    let weightsOffset: Int
    let biasOffset: Int?

    func forward(_ inputs: [Matrix], parameters: UnsafeBufferPointer<Float>, output: inout Matrix) {
        let rows = inputs[0].rows
        output.elements.withUnsafeMutableBufferPointer { y in
            for row in 0..<rows {
                let target = y.baseAddress! + row * outputCount
                if let biasOffset {
                    target.update(from: parameters.baseAddress! + biasOffset, count: outputCount)
                } else {
                    target.update(repeating: 0, count: outputCount)
                }
            }
            inputs[0].elements.withUnsafeBufferPointer { x in
                MatrixProduct.addProductWithTranspose(
                    rows: rows, columns: outputCount, depth: inputCount,
                    x.baseAddress!, stride: inputCount,
                    parameters.baseAddress! + weightsOffset, stride: inputCount,
                    into: y.baseAddress!, stride: outputCount)
            }
        }
    }

    func addInputGradient(
        at position: Int, inputs: [Matrix], output: Matrix, outputGradient: Matrix,
        parameters: UnsafeBufferPointer<Float>, to gradient: inout Matrix
    ) {
        gradient.elements.withUnsafeMutableBufferPointer { dx in
            outputGradient.elements.withUnsafeBufferPointer { dy in
                MatrixProduct.addProduct(
                    rows: outputGradient.rows, columns: inputCount, depth: outputCount,
                    dy.baseAddress!, rowStride: outputCount, columnStride: 1,
                    parameters.baseAddress! + weightsOffset, stride: inputCount,
                    into: dx.baseAddress!, stride: inputCount)
            }
        }
    }

    func addParameterGradients(
        inputs: [Matrix], outputGradient: Matrix, to gradients: UnsafeMutableBufferPointer<Float>
    ) {
        let rows = outputGradient.rows
        outputGradient.elements.withUnsafeBufferPointer { dy in
            inputs[0].elements.withUnsafeBufferPointer { x in
                MatrixProduct.addProduct(
                    rows: outputCount, columns: inputCount, depth: rows,
                    dy.baseAddress!, rowStride: 1, columnStride: outputCount,
                    x.baseAddress!, stride: inputCount,
                    into: gradients.baseAddress! + weightsOffset, stride: inputCount)
            }
            guard let biasOffset else { return }
            for row in 0..<rows {
                for column in 0..<outputCount {
                    gradients[biasOffset + column] += dy[row * outputCount + column]
                }
            }
        }
    }
}
