import NeuralNetworks
import OrderedCollections

/// Turns an ONNX graph into the nodes of a network, one ONNX node after the other.
struct GraphReader {
    let graph: ONNXGraphProto
    let input: ONNXValueInfoProto
    let inputExtents: [Int]
    /// The size of the batch axis, where the file fixes it.
    let fixedBatch: Int?
    /// How many nodes (and graph outputs) read a name.
    private let useCounts: [String: Int]
    private let orderedNodes: [ONNXNodeProto]

    var values: [String: ONNXValue] = [:]
    var nodes: [Network.Node] = []
    var parameters = ParameterPool()
    private var nodeNames: Set<String> = []

    init(_ graph: ONNXGraphProto) throws(ModelFormatError) {
        self.graph = graph
        orderedNodes = try graph.orderedNodes()
        let initializers = Set(graph.initializer.map(\.name))
        guard initializers.count == graph.initializer.count else {
            throw ModelFormatError(.duplicateName, at: "the initializers")
        }
        let inputs = graph.input.filter { !initializers.contains($0.name) }
        guard inputs.count == 1, graph.output.count == 1 else {
            throw ModelFormatError(.notOneInputAndOutput)
        }
        input = inputs[0]
        (fixedBatch, inputExtents) = try input.shape(of: .float)

        var useCounts: [String: Int] = [:]
        for name in orderedNodes.flatMap(\.input) + graph.output.map(\.name) {
            useCounts[name, default: 0] += 1
        }
        self.useCounts = useCounts
        for tensor in graph.initializer {
            values[tensor.name] = .constant(.init(name: tensor.name, tensor: tensor))
        }
        values[input.name] = .activation(
            .init(name: input.name, extents: inputExtents, isShared: isShared(input.name)))
    }

    mutating func network(
        masks: [String: [Bool]], metadata: OrderedDictionary<String, String>
    ) throws(ModelFormatError) -> Network {
        for node in orderedNodes { try read(node) }
        guard !nodes.isEmpty, case .activation(let output) = values[graph.output[0].name] else {
            throw ModelFormatError(.emptyGraph)
        }
        return Network(
            inputName: input.name, inputShape: Shape(inputExtents), nodes: nodes, outputName: output.name,
            parameters: try parameters.finished(order: graph.initializer.map(\.name), masks: masks),
            metadata: metadata)
    }

    private func isShared(_ name: String) -> Bool { useCounts[name, default: 0] > 1 }

    /// Adds a node to the network and says what its output's name stands for.
    mutating func emit(
        _ node: ONNXNodeProto, _ operation: FloatOperation, inputs: [ONNXValue.Activation], extents: [Int],
        isFinal: Bool = false
    ) {
        var name = node.name.isEmpty ? node.output[0] : node.name
        var number = 1
        while !nodeNames.insert(name).inserted {
            number += 1
            name = "\(node.name.isEmpty ? node.output[0] : node.name).\(number)"
        }
        nodes.append(
            Network.Node(
                name: name, operation: operation, inputs: inputs.map(\.name), output: node.output[0]))
        values[node.output[0]] = .activation(
            .init(
                name: node.output[0], extents: extents, isShared: isShared(node.output[0]), isFinal: isFinal))
    }

    /// Lets a node's output stand for one of its inputs.
    mutating func pass(_ value: ONNXValue, through node: ONNXNodeProto) {
        guard case .activation(var activation) = value else {
            values[node.output[0]] = value
            return
        }
        activation.isShared = activation.isShared || isShared(node.output[0])
        values[node.output[0]] = .activation(activation)
    }

    func value(_ node: ONNXNodeProto, _ index: Int) throws(ModelFormatError) -> ONNXValue {
        guard let value = try optionalValue(node, index) else {
            throw ModelFormatError(.malformed, at: node.place)
        }
        return value
    }

    func optionalValue(_ node: ONNXNodeProto, _ index: Int) throws(ModelFormatError) -> ONNXValue? {
        guard index < node.input.count, !node.input[index].isEmpty else { return nil }
        guard let value = values[node.input[index]] else {
            throw ModelFormatError(.undefinedName, at: node.input[index])
        }
        return value
    }

    /// Returns an input that depends on the network's input.
    func activation(
        _ node: ONNXNodeProto, _ index: Int
    ) throws(ModelFormatError) -> ONNXValue.Activation {
        guard case .activation(let activation) = try value(node, index) else {
            throw unsupported(node, "where the input depends on the network's input")
        }
        guard !activation.isFinal else {
            throw unsupported(node, "before a Softmax or ArgMax, which only the end may have")
        }
        return activation
    }

    func unsupported(_ node: ONNXNodeProto, _ supported: String) -> ModelFormatError {
        ModelFormatError(.unsupportedForm(operator: node.opType, supported: supported), at: node.place)
    }
}
