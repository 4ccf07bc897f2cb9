public import FiniteFields

/// A circuit that a reproduction compiles for every level of pruning, checks, audits and counts: one column of its
/// tables.
public struct ReproductionCircuit: Sendable {
    /// Whose integers the circuit computes, and so whose accuracy it has.
    public enum Arithmetic: String, Codable, Sendable, Hashable, CaseIterable {
        /// Affine uint8, from ZEN.
        case affine
        /// Espalier's integers with shifts.
        case integer
    }

    /// For JSON and CSV: `zen-grouped`.
    public let name: String
    /// For tables: `grouped`.
    public let heading: String
    /// What it is, in a line.
    public let summary: String
    public let arithmetic: Arithmetic

    let measure:
        @Sendable (ReproductionSubject, @escaping @Sendable (Double, String) -> Void) throws ->
            ReproductionCount

    /// - Parameter compile: makes the circuit of a subject, over the field of any curve.
    public init<F: PrimeField>(
        name: String, heading: String, summary: String, arithmetic: Arithmetic,
        compile: @escaping @Sendable (ReproductionSubject) throws -> CheckableCircuit<F>
    ) {
        self.name = name
        self.heading = heading
        self.summary = summary
        self.arithmetic = arithmetic
        measure = { subject, progress in
            progress(0, "compile")
            return try ReproductionCount(name, try compile(subject), on: subject.images, progress: progress)
        }
    }
}
