import FiniteFields

/// An operation on arrays, and the same on single elements.
struct ArrayOperation<F: CoordinateField> {
    let name: String
    /// How many operands it has; it leaves the others alone.
    let operandCount: Int
    /// Sets an array, of up to three arrays, in some blocks.
    let set: (_ result: F.Vector, _ a: F.Vector, _ b: F.Vector, _ c: F.Vector, _ blocks: Int) -> Void
    let single: (F, F, F) -> F

    /// All of them.
    ///
    /// - Parameter factor: the one element that arrays are multiplied by.
    static func all(factor: F) -> [ArrayOperation] {
        [
            unary("square", { $0.setSquare($1, blocks: $2) }, { $0.squared() }),
            unary("negative", { $0.setNegative($1, blocks: $2) }, { -$0 }),
            unary("multiple", { $0.setMultiple($1, by: factor, blocks: $2) }, { $0 * factor }),
            binary("sum", { $0.setSum($1, $2, blocks: $3) }, { $0 + $1 }),
            binary("difference", { $0.setDifference($1, $2, blocks: $3) }, { $0 - $1 }),
            binary("product", { $0.setProduct($1, $2, blocks: $3) }, { $0 * $1 }),
            differenceProduct,
        ]
    }

    /// (a − b) c, the only one of three operands.
    static var differenceProduct: ArrayOperation {
        ArrayOperation(
            name: "product of a difference", operandCount: 3,
            set: { $0.setProduct(ofDifference: $1, $2, $3, blocks: $4) }, single: { ($0 - $1) * $2 })
    }

    private static func unary(
        _ name: String, _ set: @escaping (F.Vector, F.Vector, Int) -> Void, _ single: @escaping (F) -> F
    ) -> ArrayOperation {
        ArrayOperation(
            name: name, operandCount: 1, set: { r, a, _, _, blocks in set(r, a, blocks) },
            single: { a, _, _ in single(a) })
    }

    private static func binary(
        _ name: String, _ set: @escaping (F.Vector, F.Vector, F.Vector, Int) -> Void,
        _ single: @escaping (F, F) -> F
    ) -> ArrayOperation {
        ArrayOperation(
            name: name, operandCount: 2, set: { r, a, b, _, blocks in set(r, a, b, blocks) },
            single: { a, b, _ in single(a, b) })
    }
}
