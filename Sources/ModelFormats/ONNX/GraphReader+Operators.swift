import NeuralNetworks

/// One function per operator.
extension GraphReader {
    mutating func read(_ node: ONNXNodeProto) throws(ModelFormatError) {
        guard node.domain.isEmpty || node.domain == "ai.onnx", let known = ONNXOperator(rawValue: node.opType)
        else {
            let name = node.domain.isEmpty ? node.opType : "\(node.domain).\(node.opType)"
            throw ModelFormatError(.unsupportedOperator(name), at: node.place)
        }
        guard let output = node.output.first, !output.isEmpty else {
            throw ModelFormatError(.malformed, at: node.place)
        }
        switch known {
        case .gemm: try readGemm(node)
        case .matMul: try readMatMul(node)
        case .add: try readAdd(node)
        case .relu:
            let input = try activation(node, 0)
            emit(node, .rectify, inputs: [input], extents: input.extents)
        case .mul: try readMul(node)
        case .flatten: try readFlatten(node)
        case .reshape: try readReshape(node)
        case .softmax: try readSoftmax(node)
        case .argMax: try readArgMax(node)
        case .identity: pass(try value(node, 0), through: node)
        case .dropout: try readDropout(node)
        case .constant: try readConstant(node)
        case .transpose: try readTranspose(node)
        case .shape: try readShape(node)
        case .gather: try readGather(node)
        case .unsqueeze: pass(.extents(try extents(node, 0)), through: node)
        case .concat: try readConcat(node)
        }
    }

    private mutating func readGemm(_ node: ONNXNodeProto) throws(ModelFormatError) {
        let input = try activation(node, 0)
        guard node.integer("transA", default: 0) == 0, case .constant(let weights) = try value(node, 1) else {
            throw unsupported(node, "with transA = 0 and constant weights")
        }
        let isTransposed = (node.integer("transB", default: 0) == 0) != weights.isTransposed
        let matrix = try parameters.matrix(
            weights, isTransposed: isTransposed, scale: node.float("alpha", default: 1))
        guard input.extents == [matrix.inputs] else {
            throw ModelFormatError(.shapeMismatch, at: node.place)
        }
        var bias: String?
        if let value = try optionalValue(node, 2) {
            guard case .constant(let constant) = value, !constant.isTransposed else {
                throw unsupported(node, "with a constant bias")
            }
            bias = try parameters.bias(
                constant, outputs: matrix.outputs, scale: node.float("beta", default: 1))
        }
        emit(
            node, .linear(weights: matrix.name, bias: bias), inputs: [input], extents: [matrix.outputs])
    }

    private mutating func readMatMul(_ node: ONNXNodeProto) throws(ModelFormatError) {
        let input = try activation(node, 0)
        guard case .constant(let weights) = try value(node, 1) else {
            throw unsupported(node, "with constant weights on the right")
        }
        let matrix = try parameters.matrix(weights, isTransposed: !weights.isTransposed, scale: 1)
        guard input.extents == [matrix.inputs] else {
            throw ModelFormatError(.shapeMismatch, at: node.place)
        }
        emit(node, .linear(weights: matrix.name, bias: nil), inputs: [input], extents: [matrix.outputs])
    }

    private mutating func readAdd(_ node: ONNXNodeProto) throws(ModelFormatError) {
        switch (try value(node, 0), try value(node, 1)) {
        case (.activation, .activation):
            let inputs = [try activation(node, 0), try activation(node, 1)]
            guard inputs[0].extents == inputs[1].extents else {
                throw ModelFormatError(.shapeMismatch, at: node.place)
            }
            emit(node, .add, inputs: inputs, extents: inputs[0].extents)
        case (.activation(let product), .constant(let bias)), (.constant(let bias), .activation(let product)):
            try readBias(bias, of: product, node)
        default:
            throw unsupported(node, "of two values, or of a bias behind a MatMul")
        }
    }

    /// Gives the linear node that made `product` its bias; the node then makes the sum.
    private mutating func readBias(
        _ bias: ONNXValue.Constant, of product: ONNXValue.Activation, _ node: ONNXNodeProto
    ) throws(ModelFormatError) {
        guard !product.isShared, !bias.isTransposed,
            let index = nodes.lastIndex(where: { $0.output == product.name }),
            case .linear(let weights, nil) = nodes[index].operation
        else {
            throw unsupported(node, "of two values, or of a bias behind a MatMul that nothing else reads")
        }
        let name = try parameters.bias(bias, outputs: product.count, scale: 1)
        nodes[index].operation = .linear(weights: weights, bias: name)
        nodes[index].output = node.output[0]
        var sum = product
        sum.name = node.output[0]
        pass(.activation(sum), through: node)
    }

    private mutating func readMul(_ node: ONNXNodeProto) throws(ModelFormatError) {
        guard case .activation(let first) = try value(node, 0),
            case .activation(let second) = try value(node, 1),
            first.name == second.name
        else { throw unsupported(node, "of a value with itself, which is its square") }
        let input = try activation(node, 0)
        emit(node, .square, inputs: [input], extents: input.extents)
    }

    private mutating func readFlatten(_ node: ONNXNodeProto) throws(ModelFormatError) {
        let input = try activation(node, 0)
        let axis = node.integer("axis", default: 1)
        guard axis == 1 || axis == -input.extents.count else {
            throw unsupported(node, "from axis 1 on, which keeps the batch axis")
        }
        emit(node, .flatten, inputs: [input], extents: [input.count])
    }

    private mutating func readReshape(_ node: ONNXNodeProto) throws(ModelFormatError) {
        let input = try activation(node, 0)
        let wanted = try extents(node, 1)
        let keepsZeros = node.integer("allowzero", default: 0) != 0
        let unsupported = unsupported(node, "where the batch axis stays the first one")
        guard let batch = wanted.first, wanted.count > 1 else { throw unsupported }
        let isBatch =
            switch batch {
            case .batch, .number(-1): true
            case .number(0): !keepsZeros
            case .number(let size): fixedBatch.map(Int64.init) == size
            }
        guard isBatch else { throw unsupported }

        var result: [Int] = []
        var open: Int?
        var product = 1
        for (index, entry) in wanted.dropFirst().enumerated() {
            switch entry {
            case .number(-1) where open == nil && batch != .number(-1):
                open = index
                result.append(1)
            case .number(0) where !keepsZeros && index < input.extents.count:
                result.append(input.extents[index])
            case .number(let extent) where extent > 0 && extent <= Int64(input.count):
                result.append(Int(extent))
            default:
                throw unsupported
            }
            let (next, overflow) = product.multipliedReportingOverflow(by: result[index])
            guard !overflow else { throw ModelFormatError(.shapeMismatch, at: node.place) }
            product = next
        }
        if let open {
            result[open] = input.count / product
            product *= result[open]
        }
        guard product == input.count, result.allSatisfy({ $0 > 0 }) else {
            throw ModelFormatError(.shapeMismatch, at: node.place)
        }
        emit(node, .reshape(Shape(result)), inputs: [input], extents: result)
    }

    private mutating func readSoftmax(_ node: ONNXNodeProto) throws(ModelFormatError) {
        let input = try activation(node, 0)
        guard input.extents.count == 1, [1, -1].contains(node.integer("axis", default: -1)) else {
            throw unsupported(node, "over the only axis behind the batch axis")
        }
        emit(node, .softmax, inputs: [input], extents: input.extents, isFinal: true)
    }

    private mutating func readArgMax(_ node: ONNXNodeProto) throws(ModelFormatError) {
        var input: ONNXValue.Activation
        if case .activation(let final) = try value(node, 0), !final.isShared, let last = nodes.last,
            last.output == final.name, last.operation == .softmax,
            case .activation(let logits)? = values[last.inputs[0]]
        {
            nodes.removeLast()
            input = logits
        } else {
            input = try activation(node, 0)
        }
        guard input.extents.count == 1, [1, -1].contains(node.integer("axis", default: 0)),
            node.integer("select_last_index", default: 0) == 0
        else { throw unsupported(node, "over the only axis behind the batch axis, the first of equals") }
        emit(node, .argmax, inputs: [input], extents: [1], isFinal: true)
    }

    private mutating func readDropout(_ node: ONNXNodeProto) throws(ModelFormatError) {
        if let mode = try optionalValue(node, 2) {
            guard case .constant(let constant) = mode,
                [UInt8](constant.tensor.rawData).allSatisfy({ $0 == 0 }),
                constant.tensor.int32Data.allSatisfy({ $0 == 0 })
            else { throw unsupported(node, "as in inference, where it passes its input on") }
        }
        pass(try value(node, 0), through: node)
    }
}
