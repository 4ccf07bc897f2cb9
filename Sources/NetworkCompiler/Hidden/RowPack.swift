import Gadgets

/// Rows of a layer that share their products, one for each input that any of them reads; or a single row.
struct RowPack: Hashable, Sendable {
    /// Ascending.
    let rows: [Int]
    /// The inputs that the pack multiplies, ascending.
    let columns: [Int]
    /// One per row; empty for a single row, whose sum nobody has to check.
    let digits: [PackedDigit]
    /// The positions of digits whose window neither a rectifier nor the verifier checks.
    let unchecked: [Int]

    /// What the pack's region is called.
    var name: String {
        rows.count == 1
            ? "neuron[\(rows[0])]" : "pack[\(rows.map(String.init).joined(separator: ","))]"
    }
}
