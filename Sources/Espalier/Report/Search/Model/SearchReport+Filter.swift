extension SearchReport {
    /// The weights of one neuron, row by row of the image; nil where pruning removed them.
    ///
    /// As JSON it is one text, the weights with blanks between, a dot for a pruned one: `. . 3 -1 0 .`
    public struct Filter: Hashable, Sendable {
        public var weights: [Int?]

        public init(weights: [Int?]) {
            self.weights = weights
        }

        /// - Precondition: the mask has as many entries as there are weights.
        public init(weights: [Int], mask: [Bool]) {
            precondition(weights.count == mask.count, "one mask entry per weight")
            self.weights = zip(weights, mask).map { $1 ? $0 : nil }
        }

        /// The weights that are not pruned.
        public var survivors: [Int] { weights.compactMap(\.self) }
    }
}

extension SearchReport.Filter: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        weights = []
        for part in try container.decode(String.self).split(separator: " ") {
            let weight = Int(part)
            guard weight != nil || part == "." else {
                throw DecodingError.dataCorruptedError(
                    in: container, debugDescription: "neither an integer nor a dot")
            }
            weights.append(weight)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(weights.map { $0.map(String.init) ?? "." }.joined(separator: " "))
    }
}
