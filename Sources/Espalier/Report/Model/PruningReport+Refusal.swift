extension PruningReport {
    /// An attack on a proof that the verifier refused.
    public struct Refusal: Codable, Sendable, Hashable {
        /// What was changed, such as `one pixel changed`.
        public var attack: String
        /// Why the verifier refused, in its own words.
        public var reason: String

        public init(attack: String, reason: String) {
            self.attack = attack
            self.reason = reason
        }
    }
}
