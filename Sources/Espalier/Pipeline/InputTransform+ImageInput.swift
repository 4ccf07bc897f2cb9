import NeuralNetworks

extension InputTransform {
    /// Returns the integers that an image stands for.
    ///
    /// With boxes the image has their width and height, or is one row of all pixels, as an array of one axis is.
    ///
    /// - Parameter count: elements of the network's input.
    /// - Throws: `ImageSizeError` for an image of another size.
    func integers(of image: ImageInput, making count: Int) throws(ImageSizeError) -> [Int] {
        guard canMake(count), image.pixels.count == boxes?.pixelCount ?? count,
            boxes == nil || image.height == 1 || makes(count, ofWidth: image.width, height: image.height)
        else { throw ImageSizeError(self, making: count, width: image.width, height: image.height) }
        return integers(of: image.pixels)
    }
}
