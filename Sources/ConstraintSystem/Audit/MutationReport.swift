/// What the audit says of a system without one of its constraints, for many of them.
public struct MutationReport: Hashable, Sendable {
    public enum Verdict: Hashable, Sendable {
        /// Without the constraint the audit does not pass: so many wires are undetermined, this one first.
        case noticed(undetermined: Int, first: Wire)
        /// The other constraints are *proved* to leave at most one witness: for uniqueness, and for nothing
        /// more than that, the constraint is redundant. It may still refuse values of the base.
        case stillDeterministic
    }

    /// One deleted constraint.
    public struct Mutation: Hashable, Sendable {
        public let constraint: Int
        /// The path of the innermost region that made it; empty outside of all.
        public let region: String
        public let verdict: Verdict
        /// Whether all wires of the constraint are given: it refuses values of the base, and has no part in
        /// uniqueness.
        public let concernsBaseOnly: Bool
    }

    /// The number of constraints of the system.
    public let constraintCount: Int
    /// Those that were deleted, in ascending order: all, or a sample.
    public let mutations: [Mutation]

    /// Whether every constraint was tried.
    public var isComplete: Bool { mutations.count == constraintCount }

    /// The deletions after which there is still at most one witness.
    public var redundant: [Mutation] { mutations.filter { $0.verdict == .stillDeterministic } }

    /// The deletions after which there is still at most one witness, of constraints that are about more than
    /// given wires: idle constraints, or a rule that sees more than its author thought.
    public var idle: [Mutation] { redundant.filter { !$0.concernsBaseOnly } }
}
