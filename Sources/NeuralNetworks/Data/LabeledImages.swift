/// Grey images of one size with their classes.
public struct LabeledImages: Hashable, Sendable {
    public let width: Int
    public let height: Int
    public let classCount: Int
    /// One byte per pixel, row by row, image after image; 0 is background.
    public let pixels: [UInt8]
    /// One class per image, each below `classCount`.
    public let labels: [UInt8]

    /// - Precondition: `pixels.count == labels.count * width * height`, labels are below `classCount`.
    public init(width: Int, height: Int, classCount: Int, pixels: [UInt8], labels: [UInt8]) {
        precondition(pixels.count == labels.count * width * height, "one byte per pixel")
        precondition(labels.allSatisfy { $0 < classCount }, "labels are below the number of classes")
        self.width = width
        self.height = height
        self.classCount = classCount
        self.pixels = pixels
        self.labels = labels
    }

    public var count: Int { labels.count }
    public var pixelsPerImage: Int { width * height }

    /// The pixels of one image.
    public subscript(index: Int) -> ArraySlice<UInt8> {
        pixels[index * pixelsPerImage..<(index + 1) * pixelsPerImage]
    }

    /// The first `count` images, or all of them where there are fewer.
    public func prefix(_ count: Int) -> LabeledImages {
        let kept = Swift.min(max(count, 0), self.count)
        return LabeledImages(
            width: width, height: height, classCount: classCount,
            pixels: Array(pixels.prefix(kept * pixelsPerImage)), labels: Array(labels.prefix(kept)))
    }
}
