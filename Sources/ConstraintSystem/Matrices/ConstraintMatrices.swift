public import FiniteFields

/// The matrices A, B and C of a constraint system, `Aw ∘ Bw = Cw`: what a quadratic arithmetic program
/// interpolates column by column (Gennaro, Gentry, Parno, Raykova 2013).
public struct ConstraintMatrices<F: PrimeField>: Sendable {
    public let a: SparseMatrix<F>
    public let b: SparseMatrix<F>
    public let c: SparseMatrix<F>

    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    public init(_ system: RankOneConstraintSystem<F>) {
        a = SparseMatrix(rows: system.constraints.map(\.a))
        b = SparseMatrix(rows: system.constraints.map(\.b))
        c = SparseMatrix(rows: system.constraints.map(\.c))
    }

    /// The number of constraints.
    public var rowCount: Int { a.rowCount }
}

extension ConstraintMatrices {
    /// Whether a constraint holds.
    @inline(__always)
    func holds(_ row: Int, _ witness: WitnessView<F>) -> Bool {
        if let left = a.numerator(row, witness), let right = b.numerator(row, witness),
            let product = c.numerator(row, witness)
        {
            // Equal over the rationals with denominators 2^k, so equal in the field.
            if product == 0, left == 0 || right == 0 { return true }
            let isSmall = max(left.magnitude, right.magnitude) < 1 << 62
            if isSmall, a.shifts[row] + b.shifts[row] == c.shifts[row], left * right == product {
                return true
            }
        }
        return a.value(row, witness) * b.value(row, witness) == c.value(row, witness)
    }

    /// The first `limit` constraints that do not hold.
    ///
    /// - Precondition: the witness has every wire of the system.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    func violatedRows(_ witness: WitnessView<F>, limit: Int) -> [Int] {
        var violated: [Int] = []
        for row in 0..<rowCount where !holds(row, witness) {
            if violated.count == limit { break }
            violated.append(row)
        }
        return violated
    }
}
