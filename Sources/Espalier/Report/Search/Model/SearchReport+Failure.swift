extension SearchReport {
    /// Candidates that came to nothing for one reason.
    public struct Failure: Codable, Hashable, Sendable {
        public var reason: String
        public var count: Int

        public init(reason: String, count: Int) {
            self.reason = reason
            self.count = count
        }

        /// `3 candidates came to nothing: loss: holds an infinity or NaN`.
        public var text: String {
            "\(NumberText.grouped(count)) \(count == 1 ? "candidate" : "candidates") came to nothing: \(reason)"
        }
    }
}
