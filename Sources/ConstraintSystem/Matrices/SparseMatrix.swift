public import FiniteFields

/// A list of linear combinations in compressed rows, made for being evaluated often.
///
/// Beside its field elements each row keeps small integers `n` with `coefficient = n / 2^shift`, where
/// such exist: circuits of integers have them nearly everywhere, and a product of small integers costs a
/// tenth of one in the field.
public struct SparseMatrix<F: PrimeField>: Sendable {
    /// Where each row's terms start, and behind the last row's where they end.
    public let rowStarts: [Int]
    /// The wire of each term, strictly increasing within a row.
    public let wires: [UInt32]
    /// The coefficient of each term, never zero.
    public let coefficients: [F]

    /// One more than the highest wire, 0 without terms: the length of the shortest witness that fits.
    public let wireBound: Int

    /// `coefficient · 2^shift` of the row, where the row has a shift.
    let integers: [Int64]
    /// The least shift that makes all coefficients of the row small integers; negative if there is none.
    let shifts: [Int8]
    /// 1 / 2^k for every shift k.
    let inversePowers: [F]

    static var greatestShift: Int { 63 }

    /// Returns the matrix of these rows.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    public init(rows: [LinearCombination<F>]) {
        let termCount = rows.reduce(0) { $0 + $1.terms.count }
        var rowStarts = [0]
        var wires: [UInt32] = []
        var coefficients: [F] = []
        rowStarts.reserveCapacity(rows.count + 1)
        wires.reserveCapacity(termCount)
        coefficients.reserveCapacity(termCount)
        for row in rows {
            for term in row.terms {
                wires.append(term.wire.index)
                coefficients.append(term.coefficient)
            }
            rowStarts.append(wires.count)
        }
        wireBound = wires.max().map { Int($0) + 1 } ?? 0
        self.rowStarts = rowStarts
        self.wires = wires
        self.coefficients = coefficients
        (integers, shifts) = Self.integers(rowStarts: rowStarts, coefficients: coefficients)
        let half = F(2).inverse()!
        inversePowers = (0...Self.greatestShift).map { half.power(UInt64($0)) }
    }

    /// Returns the matrix of these rows.
    public init(rows: some Sequence<LinearCombination<F>>) { self.init(rows: Array(rows)) }

    public var rowCount: Int { rowStarts.count - 1 }

    /// The number of coefficients that are not zero.
    public var termCount: Int { wires.count }
}

extension SparseMatrix {
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    private static func integers(
        rowStarts: [Int], coefficients: [F]
    ) -> (integers: [Int64], shifts: [Int8]) {
        var integers = [Int64](repeating: SmallInteger.none, count: coefficients.count)
        let powers = (0...greatestShift).map { F(2).power(UInt64($0)) }
        let shifts = (0..<rowStarts.count - 1).map { row in
            let terms = rowStarts[row]..<rowStarts[row + 1]
            var shift = 0
            for index in terms {
                // Raises the shift until this term is an integer, and takes the earlier ones along.
                let previous = shift
                var integer = SmallInteger.stored(coefficients[index])
                if shift > 0 { integer = SmallInteger.stored(coefficients[index] * powers[shift]) }
                while integer == SmallInteger.none, shift < greatestShift {
                    shift += 1
                    integer = SmallInteger.stored(coefficients[index] * powers[shift])
                }
                guard integer != SmallInteger.none else { return Int8(-1) }
                integers[index] = integer
                guard shift > previous else { continue }
                for earlier in terms.lowerBound..<index {
                    let raised = SmallInteger.stored(Int128(integers[earlier]) << Int128(shift - previous))
                    guard raised != SmallInteger.none else { return Int8(-1) }
                    integers[earlier] = raised
                }
            }
            return Int8(shift)
        }
        return (integers, shifts)
    }
}
