import FiniteFields

/// An operation on arrays, and the same on single elements.
struct ArrayOperation<F: CoordinateField> {
    let name: String
    /// Sets an array, of two arrays, in some blocks.
    let set: (_ result: F.Vector, _ a: F.Vector, _ b: F.Vector, _ blocks: Int) -> Void
    let single: (F, F) -> F

    /// All of them.
    ///
    /// - Parameter factor: the one element that arrays are multiplied by.
    static func all(factor: F) -> [ArrayOperation] {
        [
            ArrayOperation(name: "sum", set: { $0.setSum($1, $2, blocks: $3) }, single: { $0 + $1 }),
            ArrayOperation(
                name: "difference", set: { $0.setDifference($1, $2, blocks: $3) }, single: { $0 - $1 }),
            ArrayOperation(name: "product", set: { $0.setProduct($1, $2, blocks: $3) }, single: { $0 * $1 }),
            ArrayOperation(
                name: "multiple",
                set: { result, a, _, blocks in result.setMultiple(a, by: factor, blocks: blocks) },
                single: { a, _ in a * factor }),
            ArrayOperation(
                name: "square", set: { result, a, _, blocks in result.setSquare(a, blocks: blocks) },
                single: { a, _ in a.squared() }),
            ArrayOperation(
                name: "negative", set: { result, a, _, blocks in result.setNegative(a, blocks: blocks) },
                single: { a, _ in -a }),
        ]
    }
}
