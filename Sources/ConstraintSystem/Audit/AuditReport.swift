/// What a determinism audit proved, and what it did not.
public struct AuditReport: Hashable, Sendable {
    /// A wire that no rule reaches: as far as the audit knows, a prover may choose it.
    public struct UndeterminedWire: Hashable, Sendable {
        public let wire: Wire
        /// The path of the region that made it; empty outside of all.
        public let region: String
        /// As `Circuit.name(of:)`.
        public let name: String
    }

    /// What was proved of the wires of one region, nested regions apart.
    public struct Region: Hashable, Sendable {
        /// Empty outside of all regions: public wires are there.
        public let path: String
        /// Wires that the statement takes as given.
        public internal(set) var given = 0
        /// Wires derived, by rule.
        public internal(set) var derived: [AuditRule: Int] = [:]
        /// Wires with a proved range.
        public internal(set) var ranged = 0
        public internal(set) var undetermined = 0

        init(path: String) { self.path = path }
    }

    /// All regions that made wires, in the order of opening; those of the same path are one.
    public let regions: [Region]
    /// In the order of wires.
    public let undetermined: [UndeterminedWire]

    /// Whether there is at most one witness for given values of the base.
    public var isDeterministic: Bool { undetermined.isEmpty }

    /// The number of wires derived by a rule, in all regions.
    public func derivedCount(by rule: AuditRule) -> Int {
        regions.reduce(0) { $0 + ($1.derived[rule] ?? 0) }
    }

    /// - Throws: `AuditError` naming the first wire that no rule reaches.
    public func demandDeterminism() throws(AuditError) {
        guard let first = undetermined.first else { return }
        throw AuditError(wire: first, count: undetermined.count)
    }
}
