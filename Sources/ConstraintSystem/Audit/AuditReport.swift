/// What a determinism audit proved, and what it did not.
public struct AuditReport: Hashable, Sendable {
    /// A wire that no rule reaches: as far as the audit knows, a prover may choose it.
    public struct UndeterminedWire: Hashable, Sendable {
        public let wire: Wire
        /// The path of the region that made it; empty outside of all.
        public let region: String
        /// With the path of the region: `relu1/neuron[17]/bit[3]`, `output[2]`.
        public let name: String
    }

    /// What was proved of the wires of one region, nested regions apart.
    public struct Region: Hashable, Sendable {
        /// Empty outside of all regions: public wires are there.
        public let path: String
        /// Constraints that it made itself.
        public internal(set) var constraints = 0
        /// Wires that the statement takes as given.
        public internal(set) var given = 0
        /// Wires derived, by rule.
        public internal(set) var derived: [AuditRule: Int] = [:]
        /// Wires with a proved range.
        public internal(set) var ranged = 0
        public internal(set) var undetermined = 0

        init(path: String) { self.path = path }

        /// Wires derived by any rule.
        public var derivedCount: Int { derived.values.reduce(0, +) }

        mutating func add(_ other: Region) {
            constraints += other.constraints
            given += other.given
            derived.merge(other.derived, uniquingKeysWith: +)
            ranged += other.ranged
            undetermined += other.undetermined
        }
    }

    /// All regions that made wires or constraints, in the order of their wires; those of the same path are one.
    public let regions: [Region]
    /// In the order of wires.
    public let undetermined: [UndeterminedWire]
    let outputCount: Int

    /// Whether there is at most one witness for given values of the base.
    public var isDeterministic: Bool { undetermined.isEmpty }

    /// Returns the regions with no more than `depth` names in their path, each with what those inside hold.
    public func regions(depth: Int) -> [Region] {
        var order: [Region] = []
        var positions: [Substring: Int] = [:]
        for region in regions {
            let parts = region.path.split(separator: "/", maxSplits: depth, omittingEmptySubsequences: false)
            let path = parts.prefix(depth).joined(separator: "/")[...]
            if positions[path] == nil {
                positions[path] = order.count
                order.append(Region(path: String(path)))
            }
            order[positions[path]!].add(region)
        }
        return order
    }

    /// The number of wires derived by any rule.
    public var derivedCount: Int { regions.reduce(0) { $0 + $1.derivedCount } }

    /// The number of wires that the statement takes as given.
    public var givenCount: Int { regions.reduce(0) { $0 + $1.given } }

    /// The number of wires derived by a rule, in all regions.
    public func derivedCount(by rule: AuditRule) -> Int {
        regions.reduce(0) { $0 + ($1.derived[rule] ?? 0) }
    }

    /// - Throws: `AuditError` naming the first wire that no rule reaches. Outputs come last: they mostly
    ///   follow from a wire that is the one to look at.
    public func demandDeterminism() throws(AuditError) {
        let inner = undetermined.first { Int($0.wire.index) > outputCount }
        guard let first = inner ?? undetermined.first else { return }
        throw AuditError(wire: first, count: undetermined.count)
    }
}
