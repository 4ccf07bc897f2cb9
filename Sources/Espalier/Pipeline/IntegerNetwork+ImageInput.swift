import NetworkCompiler
public import NeuralNetworks

extension IntegerNetwork {
    /// Returns the integers that the network takes for an image.
    ///
    /// - Parameter path: the image's file, for the message.
    /// - Throws: `FileError` or `InputError` if the image has another number of pixels.
    public func input(for image: ImageInput, named path: String? = nil) throws -> [Int] {
        guard image.pixels.count == inputShape.count else {
            let error = InputError.wrongCount(expected: inputShape.count, found: image.pixels.count)
            guard let path else { throw error }
            throw FileError(
                .mismatch(
                    reason: "the network takes \(inputShape.count) pixels, this image has "
                        + "\(image.width)×\(image.height); scale it first"),
                path: path)
        }
        return input(for: image.pixels)
    }
}
