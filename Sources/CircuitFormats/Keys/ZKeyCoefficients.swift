import ConstraintSystem
import FiniteFields

/// The section of A and B: their number, and for each the matrix, the row, the wire and the value.
struct ZKeyCoefficients<F: PrimeField> {
    /// The body of the section, whose length has been checked.
    let bytes: FileBytes

    static var path: String { "zkey.coefficients" }
    static var entrySize: Int { 12 + F.byteCount }

    init(bytes: FileBytes) { self.bytes = bytes }

    /// Takes over a section; reads only the number of its entries.
    init(viewing section: inout ByteReader) throws(FormatError) {
        var reader = section
        let count = try reader.readCount()
        try reader.expectRemaining(count, of: Self.entrySize)
        bytes = section.takeRest()
    }

    private var count: Int { (bytes.count - 4) / Self.entrySize }

    private func place(_ index: Int) -> (matrix: Int, row: Int, wire: Int) {
        let start = 4 + index * Self.entrySize
        func number(_ offset: Int) -> Int { Int(bytes.integer(at: start + offset, as: UInt32.self)) }
        return (number(0), number(4), number(8))
    }

    /// Returns the number of rows before those of public wires.
    func constraintCount(publicCount: Int, domainSize: Int) throws(FormatError) -> Int {
        let first = count - publicCount - 1
        guard first >= 0 else { throw FormatError(.inconsistent, Self.path) }
        let row = place(first).row
        if (0...publicCount).allSatisfy({ place(first + $0) == (0, row + $0, $0) }) { return row }

        let rowCount = (0..<count).reduce(0) { max($0, place($1).row + 1) }
        guard rowCount <= domainSize else { throw FormatError(.outOfRange, Self.path) }
        guard rowCount > publicCount else { throw FormatError(.inconsistent, Self.path) }
        return rowCount - publicCount - 1
    }

    /// Decodes all rows.
    func rows(wireCount: Int, rowCount: Int) throws(FormatError) -> MatrixRows<F> {
        var reader = ByteReader(bytes, path: Self.path)
        return try MatrixRows(reading: &reader, wireCount: wireCount, rowCount: rowCount)
    }
}
