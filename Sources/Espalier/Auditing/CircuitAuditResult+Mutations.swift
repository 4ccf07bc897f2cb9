import ConstraintSystem

extension CircuitAuditResult {
    /// What the audit says of the circuit without each one of its constraints.
    public struct Mutations: Encodable, Hashable, Sendable {
        /// The deletions in one layer.
        public struct Region: Encodable, Hashable, Sendable {
            public var name: String
            public var noticed = 0
            public var givenOnly = 0
            public var idle = 0

            public var tried: Int { noticed + givenOnly + idle }
        }

        /// A constraint that uniqueness does not need.
        public struct Idle: Encodable, Hashable, Sendable {
            public var constraint: Int
            public var region: String
        }

        public var seed: UInt64
        public var constraints: Int
        public var tried: Int
        /// Without it the audit does not pass.
        public var noticed: Int
        /// Still at most one witness, as it has to be: the constraint is about given wires alone.
        public var givenOnly: Int
        /// Still at most one witness, although the constraint is about other wires.
        public var idle: Int
        public var firstIdle: [Idle]
        public var regions: [Region]

        /// Whether every constraint was tried.
        public var isComplete: Bool { tried == constraints }

        init(_ report: MutationReport, seed: UInt64) {
            self.seed = seed
            constraints = report.constraintCount
            regions = []
            var positions: [Substring: Int] = [:]
            for mutation in report.mutations {
                let name = mutation.region.prefix { $0 != "/" }
                if positions[name] == nil {
                    positions[name] = regions.count
                    regions.append(Region(name: String(name)))
                }
                let position = positions[name]!
                switch mutation.verdict {
                case .noticed: regions[position].noticed += 1
                case .stillDeterministic where mutation.concernsBaseOnly: regions[position].givenOnly += 1
                case .stillDeterministic: regions[position].idle += 1
                }
            }
            tried = report.mutations.count
            noticed = regions.reduce(0) { $0 + $1.noticed }
            givenOnly = regions.reduce(0) { $0 + $1.givenOnly }
            idle = regions.reduce(0) { $0 + $1.idle }
            firstIdle = report.idle.prefix(CircuitAuditResult.listLimit)
                .map { Idle(constraint: $0.constraint, region: $0.region) }
        }
    }
}
