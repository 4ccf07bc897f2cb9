public import NeuralNetworks
import OrderedCollections

extension IntegerNetwork {
    /// Returns the network as the bytes of an ONNX file whose `int64` arithmetic is exactly the network's.
    ///
    /// Input `input` of shape `[N] + inputShape`, output `logits`. What the graph does not say (declared
    /// bits, edges, names) stands in the metadata, see `IntegerDeclaration`.
    ///
    /// - Precondition: `shift` is at most 62.
    /// - Throws: `ModelFormatError` where the network's shapes do not fit together.
    public func onnx() throws(ModelFormatError) -> [UInt8] {
        try model().onnx()
    }

    /// Reads an integer network from the bytes of an ONNX file that `onnx()` made.
    ///
    /// The network is rebuilt from the metadata and the initializers, and then accepted only if its own
    /// graph is the file's graph, so that a runtime that executes the file computes what the network says.
    ///
    /// Every value of an input that a linear node reads has weights in the file. An input that none reads is a mere
    /// number there, and a file of a few bytes could stand for a circuit of any size: it has at most 65,536 elements.
    ///
    /// - Throws: `ModelFormatError`; `.floatNetwork` for other ONNX files.
    public init(onnx bytes: [UInt8]) throws(ModelFormatError) {
        let model = try ONNXModelProto(onnx: bytes)
        guard model.isIntegerNetwork else { throw ModelFormatError(.floatNetwork) }
        guard model.graph.input.count == 1 else { throw ModelFormatError(.notOneInputAndOutput) }
        let metadata = try model.metadata
        guard metadata[InputDeclaration.bitsKey] != nil else {
            throw ModelFormatError(.declarationMismatch, at: InputDeclaration.bitsKey)
        }

        var tensors: [String: ONNXTensorProto] = [:]
        for tensor in model.graph.initializer {
            guard tensors.updateValue(tensor, forKey: tensor.name) == nil else {
                throw ModelFormatError(.duplicateName, at: tensor.name)
            }
        }
        var nodes: [Node] = []
        var names: Set<String> = []
        while let text = metadata[IntegerDeclaration.key(nodes.count)] {
            let index = nodes.count
            guard let declaration = IntegerDeclaration(text, index: index) else {
                throw ModelFormatError(.malformed, at: IntegerDeclaration.key(index))
            }
            guard names.insert(declaration.name).inserted else {
                throw ModelFormatError(.duplicateName, at: declaration.name)
            }
            let windows = metadata[WindowDeclaration.key(index)]
            let operation: IntegerOperation =
                switch declaration.kind {
                case .linear(let weightBits, let biasBits):
                    .linear(
                        try Self.linear(
                            weights: tensors["node\(index).weights"], biases: tensors["node\(index).biases"],
                            weightBits: weightBits, biasBits: biasBits, windows: windows,
                            name: declaration.name))
                case .rectify(let shift): .rectify(shift: shift)
                case .square: .square
                case .add: .add
                }
            nodes.append(Node(name: declaration.name, operation: operation, inputs: declaration.inputs))
        }
        guard !nodes.isEmpty else { throw ModelFormatError(.emptyGraph) }
        let inputShape = Shape(try model.graph.input[0].shape(of: .int64).extents)
        guard inputShape.count <= max(bytes.count, Self.freeInputCount) else {
            throw ModelFormatError(.extentsOutOfRange, at: model.graph.input[0].name)
        }
        self.init(
            inputShape: inputShape,
            inputTransform: try InputDeclaration.transform(in: metadata, making: inputShape.count),
            nodes: nodes)
        guard try IntegerGraph(self).graph == model.graph else {
            throw ModelFormatError(.declarationMismatch)
        }
    }

    /// The elements of an input that a file may have without weights for them.
    private static let freeInputCount = 1 << 16

    private func model() throws(ModelFormatError) -> ONNXModelProto {
        guard inputTransform.canMake(inputShape.count) else {
            throw ModelFormatError(.shapeMismatch, at: "input")
        }
        var metadata: OrderedDictionary = [
            ONNXModelProto.kindKey: ONNXModelProto.integerKind
        ]
        InputDeclaration.add(inputTransform, to: &metadata)
        for (index, node) in nodes.enumerated() {
            metadata[IntegerDeclaration.key(index)] = IntegerDeclaration(node).text
            guard case .linear(let layer) = node.operation, let windows = layer.windows else { continue }
            metadata[WindowDeclaration.key(index)] = WindowDeclaration(windows).text
        }
        return ONNXModelProto(graph: try IntegerGraph(self).graph, metadata: metadata)
    }

    private static func linear(
        weights: ONNXTensorProto?, biases: ONNXTensorProto?, weightBits: Int, biasBits: Int,
        windows: String?, name: String
    ) throws(ModelFormatError) -> IntegerLinear {
        guard let weights, let biases else { throw ModelFormatError(.undefinedName, at: name) }
        let extents = try weights.extents()
        let transposed = try weights.integers()
        let biasValues = try biases.integers()
        guard extents.count == 2, extents.allSatisfy({ $0 > 0 }), biasValues.count == extents[1] else {
            throw ModelFormatError(.shapeMismatch, at: name)
        }
        guard transposed.allSatisfy({ $0.magnitude < 1 << (weightBits - 1) }),
            biasValues.allSatisfy({ $0.magnitude < 1 << (biasBits - 1) })
        else { throw ModelFormatError(.declarationMismatch, at: name) }
        let (inputs, outputs) = (extents[0], extents[1])
        let declared = windows.map { WindowDeclaration($0) }
        if let declared, declared?.windows.count != outputs {
            throw ModelFormatError(.declarationMismatch, at: name)
        }
        var rows: [Int32] = []
        rows.reserveCapacity(transposed.count)
        for output in 0..<outputs {
            for input in 0..<inputs { rows.append(Int32(transposed[input * outputs + output])) }
        }
        return IntegerLinear(
            outputCount: outputs, inputCount: inputs, weights: rows, biases: biasValues,
            weightBits: weightBits, biasBits: biasBits, windows: declared??.windows)
    }
}
