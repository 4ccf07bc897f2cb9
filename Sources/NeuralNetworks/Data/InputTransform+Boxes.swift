extension InputTransform {
    /// Squares of pixels that cut images of one size without a rest.
    ///
    /// As text, in files: `2x2 of 28x28`.
    public struct Boxes: Hashable, Sendable, LosslessStringConvertible {
        /// Pixels along an edge of a box, 2 … 16.
        public let side: Int
        /// Pixels of an image's row.
        public let width: Int
        /// Rows of an image.
        public let height: Int

        /// - Throws: `inputBoxes` unless the side lies in 2 … 16 and divides width and height, which lie in
        ///   1 … 16,384.
        public init(side: Int, width: Int, height: Int) throws(NetworkError) {
            guard (2...16).contains(side), (1...1 << 14).contains(width), (1...1 << 14).contains(height),
                width.isMultiple(of: side), height.isMultiple(of: side)
            else {
                throw NetworkError(
                    .inputBoxes, at: "boxes of \(side)×\(side) in images of \(width)×\(height) pixels")
            }
            self.side = side
            self.width = width
            self.height = height
        }

        /// Boxes in a row.
        public var columns: Int { width / side }
        /// All boxes of an image.
        public var count: Int { columns * (height / side) }
        /// All pixels of an image.
        public var pixelCount: Int { width * height }

        public var description: String { "\(side)x\(side) of \(width)x\(height)" }

        /// Nil for everything but what `description` gives for some boxes, character by character.
        public init?(_ description: String) {
            let words = description.split(separator: " ", omittingEmptySubsequences: false)
            guard words.count == 3 else { return nil }
            let (box, image) = (Self.numbers(words[0]), Self.numbers(words[2]))
            guard box.count == 2, image.count == 2,
                let boxes = try? Boxes(side: box[0], width: image[0], height: image[1]),
                boxes.description == description
            else { return nil }
            self = boxes
        }

        private static func numbers(_ text: Substring) -> [Int] {
            text.split(separator: "x", omittingEmptySubsequences: false).compactMap { Int($0) }
        }
    }
}

extension InputTransform.Boxes: Codable {
    /// Reads the text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let boxes = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "no boxes such as 2x2 of 28x28")
        }
        self = boxes
    }

    /// Writes the text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
