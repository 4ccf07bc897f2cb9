public import NeuralNetworks

/// An image has another size than those that a network takes.
public struct ImageSizeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What becomes of the network's images.
    public let transform: InputTransform
    /// Elements of the network's input.
    public let valueCount: Int
    public let width: Int
    public let height: Int

    init(_ transform: InputTransform, making valueCount: Int, width: Int, height: Int) {
        self.transform = transform
        self.valueCount = valueCount
        self.width = width
        self.height = height
    }

    public var description: String {
        "the network takes \(wantedPixels), this image has \(width)×\(height); scale it first"
    }

    /// The images' size in words: `784 pixels`; `28×28 pixels` where the width matters.
    var wantedPixels: String {
        guard let boxes = transform.boxes else { return "\(valueCount) pixels" }
        return "\(boxes.width)×\(boxes.height) pixels"
    }
}
