extension PruningReport {
    /// The grey image that a proof is about.
    public struct Image: Codable, Sendable, Hashable {
        public let width: Int
        public let height: Int
        /// One byte per pixel, row by row; 0 is background.
        public let pixels: [UInt8]
        /// Its place among the test images.
        public var index: Int
        /// The class that the data set gives it.
        public var label: Int

        /// - Precondition: `pixels.count == width * height`.
        public init(width: Int, height: Int, pixels: [UInt8], index: Int, label: Int) {
            precondition(width >= 0 && height >= 0 && pixels.count == width * height, "one byte per pixel")
            self.width = width
            self.height = height
            self.pixels = pixels
            self.index = index
            self.label = label
        }

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            width = try container.decode(Int.self, forKey: .width)
            height = try container.decode(Int.self, forKey: .height)
            pixels = try container.decode([UInt8].self, forKey: .pixels)
            index = try container.decode(Int.self, forKey: .index)
            label = try container.decode(Int.self, forKey: .label)
            let (count, overflow) = width.multipliedReportingOverflow(by: height)
            guard width >= 0, height >= 0, !overflow, count == pixels.count else {
                throw DecodingError.dataCorruptedError(
                    forKey: .pixels, in: container, debugDescription: "not one byte per pixel")
            }
        }
    }
}
