import FiniteFields

/// The products of A and B with a witness, straight from a file's section of coefficients: nothing is decoded twice,
/// and no matrix is built.
struct CoefficientEvaluation<F: PrimeField> {
    private let entries: UnsafeRawBufferPointer
    private let count: Int
    private let wireCount: Int
    private let rowCount: Int

    /// How many entries are worth a thread.
    private static var partLength: Int { 1 << 14 }

    /// - Parameter section: its number of entries has been compared with its length; must outlive this value.
    init(_ section: ZKeyCoefficients<F>, wireCount: Int, rowCount: Int) {
        entries = UnsafeRawBufferPointer(rebasing: section.bytes.memory.dropFirst(4))
        count = entries.count / ZKeyCoefficients<F>.entrySize
        self.wireCount = wireCount
        self.rowCount = rowCount
    }

    private func number(_ entry: Int, _ offset: Int) -> Int {
        let start = entry * ZKeyCoefficients<F>.entrySize + offset
        return Int(UInt32(littleEndian: entries.loadUnaligned(fromByteOffset: start, as: UInt32.self)))
    }

    private func matrix(_ entry: Int) -> Int { number(entry, 0) }
    private func row(_ entry: Int) -> Int { number(entry, 4) }
    private func wire(_ entry: Int) -> Int { number(entry, 8) }

    /// The file has c R² for the coefficient c; taken for Montgomery form this is c R.
    private func value(_ entry: Int) -> F {
        let start = entry * ZKeyCoefficients<F>.entrySize + 12
        return entries.loadUnaligned(fromByteOffset: start, as: F.self)
    }

    private func isCanonical(_ entry: Int, below modulus: [UInt64]) -> Bool {
        let start = entry * ZKeyCoefficients<F>.entrySize + 12
        for index in modulus.indices.reversed() {
            let word = UInt64(
                littleEndian: entries.loadUnaligned(fromByteOffset: start + 8 * index, as: UInt64.self))
            if word != modulus[index] { return word < modulus[index] }
        }
        return false
    }

    /// Returns the first entry whose matrix, row, wire or value is none, and whether rows ascend up to there.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    func survey() -> (invalidEntry: Int?, isOrdered: Bool) {
        let partCount = (count + Self.partLength - 1) / Self.partLength
        let modulus = F.modulusWords
        let parts = [(invalid: Int?, isOrdered: Bool)](unsafeUninitializedCapacity: partCount) { parts, end in
            nonisolated(unsafe) let parts = parts
            forEachPart(of: count, length: Self.partLength) { part in
                var isOrdered = true
                let invalid = part.first { entry in
                    if entry > 0, row(entry) < row(entry - 1) { isOrdered = false }
                    return matrix(entry) > 1 || row(entry) >= rowCount || wire(entry) >= wireCount
                        || !isCanonical(entry, below: modulus)
                }
                parts.initializeElement(at: part.lowerBound / Self.partLength, to: (invalid, isOrdered))
            }
            end = partCount
        }
        return (parts.lazy.compactMap(\.invalid).first, parts.allSatisfy(\.isOrdered))
    }

    /// Replaces zeros by the values of all rows. Traps where a mapped file has been changed since the survey to name rows
    /// or wires that there are none of.
    ///
    /// A product for each entry and one for each row; on all cores where rows ascend, as all known writers have them.
    ///
    /// - Precondition: no entry is invalid, and there are as many zeros as rows, and as many values as wires.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    func evaluate(
        at witness: UnsafeBufferPointer<F>, a: UnsafeMutableBufferPointer<F>,
        b: UnsafeMutableBufferPointer<F>, isOrdered: Bool
    ) {
        precondition(witness.count == wireCount && a.count == rowCount && b.count == rowCount, "sizes fit")
        forEachPart(of: count, length: isOrdered ? Self.partLength : max(count, 1)) { part in
            // A row belongs to the part in which it begins.
            for entry in rowStart(from: part.lowerBound)..<rowStart(from: part.upperBound) {
                let (row, wire) = (row(entry), wire(entry))
                precondition(row < rowCount && wire < wireCount, "the file was changed meanwhile")
                let product = value(entry) * witness[wire]
                if matrix(entry) == 0 { a[row] += product } else { b[row] += product }
            }
        }
        guard let factor = F(2).power(UInt64(64 * F.wordCount)).inverse() else {
            preconditionFailure("R is not zero")
        }
        forEachPart(of: rowCount, length: 4096) { part in
            for index in part {
                a[index] *= factor
                b[index] *= factor
            }
        }
    }

    /// Returns the first entry, from this one on, with which a row begins.
    private func rowStart(from entry: Int) -> Int {
        var entry = entry
        while entry > 0, entry < count, row(entry) == row(entry - 1) { entry += 1 }
        return entry
    }
}
