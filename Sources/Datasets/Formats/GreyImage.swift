/// One grey image, for a file that holds a single one.
public struct GreyImage: Hashable, Sendable {
    public let width: Int
    public let height: Int
    /// One byte per pixel, row by row; 0 is black.
    public let pixels: [UInt8]

    /// - Precondition: `width` and `height` are positive, `pixels.count == width * height`.
    public init(width: Int, height: Int, pixels: [UInt8]) {
        precondition(width > 0 && height > 0, "an image has pixels")
        precondition(pixels.count == width * height, "one byte per pixel")
        self.width = width
        self.height = height
        self.pixels = pixels
    }
}
