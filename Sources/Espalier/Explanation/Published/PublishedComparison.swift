/// The paper's example, number by number, beside what follows from its gates.
struct PublishedComparison: Encodable, Hashable, Sendable {
    /// A number that differs, or is missing.
    struct Difference: Encodable, Hashable, Sendable {
        /// Row and column.
        let place: String
        /// Nil where the paper prints nothing.
        let printed: String?
        /// Ours, rounded to the digits printed.
        let correct: String
    }

    /// One matrix or vector.
    struct Part: Encodable, Hashable, Sendable {
        let name: String
        /// The numbers that there are.
        let count: Int
        let differences: [Difference]

        var agreeing: Int { count - differences.count }
    }

    let parts: [Part]
    /// Rows that the witness violates with the matrices as printed, each with both of its sides.
    let violatedRows: [String]
    /// The root with three more digits than the paper prints, cut there.
    let root: String

    var differences: [(part: String, difference: Difference)] {
        parts.flatMap { part in part.differences.map { (part.name, $0) } }
    }
}
