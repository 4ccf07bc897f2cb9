extension SearchReport {
    /// A linear layer that reads the image: each of its rows is a picture.
    public struct ImageLayer: Codable, Hashable, Sendable {
        public var name: String
        /// The size of the image that the layer reads: 28 × 28, or 14 × 14 for means of boxes. Planes of colours
        /// stand below one another.
        public let width: Int
        public let height: Int
        /// One per neuron.
        public let filters: [Filter]

        /// - Precondition: every filter has `width * height` weights.
        public init(name: String, width: Int, height: Int, filters: [Filter]) {
            precondition(
                width >= 0 && height >= 0 && filters.allSatisfy { $0.weights.count == width * height },
                "one weight per pixel")
            self.name = name
            self.width = width
            self.height = height
            self.filters = filters
        }

        /// The layer whose rows these are; weights outside the mask are pruned.
        ///
        /// - Precondition: all rows, and all rows of the mask, have `width * height` entries.
        public init(name: String, width: Int, height: Int, rows: [[Int]], mask: [[Bool]]) {
            precondition(rows.count == mask.count, "one mask per row")
            self.init(
                name: name, width: width, height: height,
                filters: zip(rows, mask).map { Filter(weights: $0, mask: $1) })
        }

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            name = try container.decode(String.self, forKey: .name)
            width = try container.decode(Int.self, forKey: .width)
            height = try container.decode(Int.self, forKey: .height)
            filters = try container.decode([Filter].self, forKey: .filters)
            let (count, overflow) = width.multipliedReportingOverflow(by: height)
            guard width >= 0, height >= 0, !overflow, filters.allSatisfy({ $0.weights.count == count }) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .filters, in: container, debugDescription: "not one weight per pixel")
            }
        }
    }
}
