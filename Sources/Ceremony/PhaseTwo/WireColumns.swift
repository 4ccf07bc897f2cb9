import ConstraintSystem
import FiniteFields

/// A matrix by its columns: for every wire the rows in which it stands, with its coefficients.
struct WireColumns<F: PrimeField>: Sendable {
    private let starts: [Int]
    private let rows: [UInt32]
    private let coefficients: [F]

    /// - Precondition: all wires of the matrix are below `wireCount`.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    init(_ matrix: SparseMatrix<F>, wireCount: Int) {
        var starts = [Int](repeating: 0, count: wireCount + 1)
        for wire in matrix.wires { starts[Int(wire) + 1] += 1 }
        for wire in 0..<wireCount { starts[wire + 1] += starts[wire] }
        var next = starts
        var rows = [UInt32](repeating: 0, count: matrix.termCount)
        var coefficients = [F](repeating: .zero, count: matrix.termCount)
        for row in 0..<matrix.rowCount {
            for index in matrix.rowStarts[row]..<matrix.rowStarts[row + 1] {
                let wire = Int(matrix.wires[index])
                rows[next[wire]] = UInt32(row)
                coefficients[next[wire]] = matrix.coefficients[index]
                next[wire] += 1
            }
        }
        self.starts = starts
        self.rows = rows
        self.coefficients = coefficients
    }

    func termCount(_ wire: Int) -> Int { starts[wire + 1] - starts[wire] }

    /// The places of a wire's terms, for `row` and `coefficient`.
    func terms(_ wire: Int) -> Range<Int> { starts[wire]..<starts[wire + 1] }

    func row(_ term: Int) -> Int { Int(rows[term]) }

    func coefficient(_ term: Int) -> F { coefficients[term] }
}
