extension InputTransform: Codable {
    private enum CodingKeys: String, CodingKey {
        case bits, boxes
    }

    /// Reads bits and boxes, and refuses other numbers of bits than 1 … 8.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let bits = try container.decode(Int.self, forKey: .bits)
        guard (1...8).contains(bits) else {
            throw DecodingError.dataCorruptedError(
                forKey: .bits, in: container, debugDescription: "a value has 1 to 8 bits")
        }
        self.init(bits: bits, boxes: try container.decodeIfPresent(Boxes.self, forKey: .boxes))
    }

    /// Writes bits, and boxes where there are some.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(bits, forKey: .bits)
        try container.encodeIfPresent(boxes, forKey: .boxes)
    }
}

extension InputTransform: CustomStringConvertible {
    /// In words: `2 bits of each pixel`, `means of 2×2 pixels, 2 bits each`.
    public var description: String {
        let number = bits == 1 ? "1 bit" : "\(bits) bits"
        guard let boxes else { return "\(number) of each pixel" }
        return "means of \(boxes.side)×\(boxes.side) pixels, \(number) each"
    }
}
