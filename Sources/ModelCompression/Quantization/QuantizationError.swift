public import NeuralNetworks

/// Why a network was not quantized.
public enum QuantizationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The network, or the images for it, are unfit.
    case network(NetworkError)
    /// The network computes nothing but its input.
    case nothingToCompute
    /// The options give another number of weight bits than one, or one for each linear layer.
    case weightBitsCount(layers: Int)
    /// The node adds values of different scales, and they do not both come from linear layers that nothing
    /// else reads.
    case unequalScales(node: String)
    /// A bias of the node is too large for its accumulator's scale.
    case biasOutOfRange(node: String)
    /// A bias of the node needs more bits than all biases were to have.
    case biasTooWide(node: String, bits: Int, declared: Int)
    /// The node's activations are too large for any shift.
    case activationOutOfRange(node: String)
    /// The node is none that a chain of linear layers with rectifiers between them has at this place.
    case notAPerceptron(node: String)
    /// Affine arithmetic reads whole pixels, and the network does not.
    case inputNotPixels(InputTransform)

    public var description: String {
        switch self {
        case .network(let error): "\(error)"
        case .nothingToCompute: "the network computes nothing but its input"
        case .weightBitsCount(let layers):
            "the network has \(layers) linear layers; give one number of weight bits, or one for each"
        case .unequalScales(let node): "\(node): the values that it adds cannot be brought to one scale"
        case .biasOutOfRange(let node): "\(node): a bias is too large for integers of this scale"
        case .biasTooWide(let node, let bits, let declared):
            "\(node): a bias needs \(bits) bits, more than the declared \(declared)"
        case .activationOutOfRange(let node): "\(node): activations are too large for any shift"
        case .notAPerceptron(let node):
            "\(node): affine quantization takes chains of linear layers with a rectifier between every two"
        case .inputNotPixels(let transform):
            "affine quantization takes networks that read all 8 bits of every pixel, and this one reads \(transform)"
        }
    }
}
