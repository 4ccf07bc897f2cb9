public import ModelCompression
public import NeuralNetworks

/// What quantization made of a float network.
public struct QuantizedNetwork: Sendable {
    public let integers: IntegerNetwork
    /// The float network that the integers stand for: where it was trained on while rounded, as it was then.
    public let floats: Network
    public let summary: QuantizationSummary
}
