public import NeuralNetworks

extension IntegerNetwork {
    /// Returns the integers that the network takes for an image.
    ///
    /// - Parameter path: the image's file, for the message.
    /// - Throws: `FileError` or `ImageSizeError` if the image has another size.
    public func input(for image: ImageInput, named path: String? = nil) throws -> [Int] {
        do throws(ImageSizeError) {
            return try inputTransform.integers(of: image, making: inputShape.count)
        } catch {
            guard let path else { throw error }
            throw FileError(.mismatch(reason: error.description), path: path)
        }
    }
}
