/// What kind of network a file holds.
public enum ModelKind: Hashable, Sendable {
    case float
    case integer

    /// Returns what the bytes of an ONNX file hold, without reading the weights.
    public init(onnx bytes: [UInt8]) throws(ModelFormatError) {
        self = try ONNXModelProto(onnx: bytes).isIntegerNetwork ? .integer : .float
    }
}
