import NeuralNetworks

/// Turns a network into an ONNX graph, checking its shapes on the way.
struct GraphWriter {
    /// The parameters that were written.
    private(set) var written: Set<String> = []
    private var graph = ONNXGraphProto()
    private var extents: [Network.ValueName: [Int]] = [:]

    mutating func graph(of network: Network) throws(ModelFormatError) -> ONNXGraphProto {
        extents[network.inputName] = network.inputShape.extents
        for node in network.nodes { try write(node, of: network) }
        guard !network.nodes.isEmpty else { throw ModelFormatError(.emptyGraph) }
        guard let outputExtents = extents[network.outputName] else {
            throw ModelFormatError(.undefinedName, at: network.outputName)
        }
        let isIndex = network.nodes.contains { $0.output == network.outputName && $0.operation == .argmax }
        for (name, parameter) in network.parameters where written.contains(name) {
            graph.initializer.append(
                ONNXTensorProto(
                    name: name, extents: parameter.tensor.shape.extents, floats: parameter.tensor.elements))
        }
        var names = Set(extents.keys)
        for tensor in graph.initializer where !names.insert(tensor.name).inserted {
            throw ModelFormatError(.duplicateName, at: tensor.name)
        }
        graph.name = "network"
        graph.input = [
            ONNXValueInfoProto(name: network.inputName, type: .float, extents: network.inputShape.extents)
        ]
        graph.output = [
            ONNXValueInfoProto(
                name: network.outputName, type: isIndex ? .int64 : .float,
                extents: isIndex ? [] : outputExtents)
        ]
        return graph
    }

    private mutating func write(_ node: Network.Node, of network: Network) throws(ModelFormatError) {
        let inputs = try node.inputs.map { name throws(ModelFormatError) in
            guard let extents = extents[name] else { throw ModelFormatError(.undefinedName, at: name) }
            return extents
        }
        func shapeMismatch() -> ModelFormatError { ModelFormatError(.shapeMismatch, at: node.name) }
        guard let input = inputs.first, inputs.count == node.operation.inputCount else {
            throw shapeMismatch()
        }
        guard extents[node.output] == nil else { throw ModelFormatError(.duplicateName, at: node.output) }

        func proto(_ operatorType: String, _ names: [String]) -> ONNXNodeProto {
            ONNXNodeProto(operatorType, name: node.name, inputs: names, output: node.output)
        }
        switch node.operation {
        case .linear(let weights, let bias):
            let shape = try parameter(weights, of: network).extents
            guard shape.count == 2, input == [shape[1]] else { throw shapeMismatch() }
            if let bias {
                guard try parameter(bias, of: network).extents == [shape[0]] else { throw shapeMismatch() }
            }
            graph.node.append(
                proto("Gemm", node.inputs + [weights] + (bias.map { [$0] } ?? [])).with("transB", 1))
            extents[node.output] = [shape[0]]
        case .rectify:
            graph.node.append(proto("Relu", node.inputs))
            extents[node.output] = input
        case .square:
            graph.node.append(proto("Mul", node.inputs + node.inputs))
            extents[node.output] = input
        case .flatten:
            graph.node.append(proto("Flatten", node.inputs).with("axis", 1))
            extents[node.output] = [input.reduce(1, *)]
        case .reshape(let shape):
            guard shape.count == input.reduce(1, *) else { throw shapeMismatch() }
            let name = node.output + ".shape"
            graph.initializer.append(
                ONNXTensorProto(
                    name: name, extents: [shape.extents.count + 1],
                    integers: [0] + shape.extents.map(Int64.init)))
            graph.node.append(proto("Reshape", node.inputs + [name]))
            extents[node.output] = shape.extents
        case .add:
            guard inputs[0] == inputs[1] else { throw shapeMismatch() }
            graph.node.append(proto("Add", node.inputs))
            extents[node.output] = input
        case .softmax:
            guard input.count == 1 else { throw shapeMismatch() }
            graph.node.append(proto("Softmax", node.inputs).with("axis", 1))
            extents[node.output] = input
        case .argmax:
            guard input.count == 1 else { throw shapeMismatch() }
            graph.node.append(proto("ArgMax", node.inputs).with("axis", 1).with("keepdims", 0))
            extents[node.output] = [1]
        }
    }

    private mutating func parameter(_ name: String, of network: Network) throws(ModelFormatError) -> Shape {
        guard let parameter = network.parameters[name] else {
            throw ModelFormatError(.undefinedName, at: name)
        }
        written.insert(name)
        return parameter.tensor.shape
    }
}
