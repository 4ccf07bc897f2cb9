import ConstraintSystem
import FiniteFields

/// The rows of A and B in the section of coefficients, whose length has been checked.
///
/// There are as many rows as points of the domain in the file, so that memory is bounded by the file's size.
struct MatrixRows<F: PrimeField> {
    private(set) var a: ArraySlice<LinearCombination<F>>
    private(set) var b: ArraySlice<LinearCombination<F>>

    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    init(reading section: inout ByteReader, wireCount: Int, rowCount: Int) throws(FormatError) {
        let count = try section.readCount()
        guard let factor = F.montgomerySquare.inverse() else { preconditionFailure("R is not zero") }
        typealias Terms = [LinearCombination<F>.Term]
        var terms = [[Terms]](repeating: [Terms](repeating: [], count: rowCount), count: 2)
        for _ in 0..<count {
            let matrix = try section.readCount()
            let row = try section.readCount()
            let wire = try section.readCount()
            let value: F = try section.readElement()
            guard matrix < 2, row < rowCount, wire < wireCount else {
                throw FormatError(.outOfRange, section.path)
            }
            terms[matrix][row].append(.init(Wire(wire), value * factor))
        }
        let end = (0..<rowCount).last { !terms[0][$0].isEmpty || !terms[1][$0].isEmpty }.map { $0 + 1 } ?? 0
        a = terms[0][..<end].map { .sum(ofTerms: $0) }[...]
        b = terms[1][..<end].map { .sum(ofTerms: $0) }[...]
    }

    /// Removes the last `publicCount` + 1 rows, which must be A = wire s, and returns how many are left.
    mutating func removePublicRows(_ publicCount: Int) throws(FormatError) -> Int {
        let constraintCount = a.count - publicCount - 1
        guard constraintCount >= 0 else { throw FormatError(.inconsistent, ZKeyCoefficients<F>.path) }
        for wire in 0...publicCount {
            let row = constraintCount + wire
            guard a[row] == LinearCombination(Wire(wire)), b[row].terms.isEmpty else {
                throw FormatError(.inconsistent, ZKeyCoefficients<F>.path)
            }
        }
        a = a.prefix(constraintCount)
        b = b.prefix(constraintCount)
        return constraintCount
    }
}
