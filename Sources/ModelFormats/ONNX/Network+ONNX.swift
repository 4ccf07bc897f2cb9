public import NeuralNetworks
import OrderedCollections

extension Network {
    /// Reads a float network from the bytes of an ONNX file.
    ///
    /// The batch axis comes first and is dropped; dropout, identity and the arithmetic of shapes disappear;
    /// `MatMul` and the `Add` behind it become one linear node; a `Softmax` before an `ArgMax` is left out,
    /// because it does not change the answer. Names are kept where they are unique.
    ///
    /// - Throws: `ModelFormatError` naming the node for everything that a network cannot express, and for
    ///   external data, cycles, weights that are not finite, and files that contradict themselves.
    public init(onnx bytes: [UInt8]) throws(ModelFormatError) {
        let model = try ONNXModelProto(onnx: bytes)
        guard !model.isIntegerNetwork else { throw ModelFormatError(.integerNetwork) }
        var metadata = try model.metadata
        let masks = try MaskMetadata.extract(from: &metadata)
        var reader = try GraphReader(model.graph)
        let inputTransform = try InputDeclaration.transform(
            in: metadata, making: reader.inputExtents.reduce(1, *))
        InputDeclaration.remove(from: &metadata)
        self = try reader.network(masks: masks, metadata: metadata)
        self.inputTransform = inputTransform
    }

    /// Returns the network as the bytes of an ONNX file that any runtime executes.
    ///
    /// Operator set 17, batch axis `N`, `Gemm` with `[outputs, inputs]` weights, float32. Reading the bytes
    /// gives back the same network, masks and metadata included (parameters and nodes that nothing reads
    /// are left out).
    ///
    /// - Throws: `ModelFormatError` where the network's names or shapes do not fit together.
    public func onnx() throws(ModelFormatError) -> [UInt8] {
        var writer = GraphWriter()
        let graph = try writer.graph(of: self)
        guard inputTransform.canMake(inputShape.count) else {
            throw ModelFormatError(.shapeMismatch, at: inputName)
        }
        var metadata = self.metadata.filter { key, _ in !key.hasPrefix(MaskMetadata.prefix) }
        InputDeclaration.remove(from: &metadata)
        if inputTransform != InputTransform() { InputDeclaration.add(inputTransform, to: &metadata) }
        for (name, parameter) in parameters {
            guard let mask = parameter.mask, writer.written.contains(name) else { continue }
            metadata[MaskMetadata.prefix + name] = MaskMetadata.text(of: mask)
        }
        return ONNXModelProto(graph: graph, metadata: metadata).onnx()
    }
}
