import ConstraintSystem
import FiniteFields

extension R1CSFile {
    /// Reads a file.
    ///
    /// Terms of one linear combination may come in any order and are merged; sections other than header,
    /// constraints and labels are skipped. Memory is proportional to the file.
    ///
    /// - Throws: `FormatError`.
    public init(decoding bytes: [UInt8]) throws(FormatError) {
        self = try FileBytes.withBytes(of: bytes) { bytes throws(FormatError) in try Self(decoding: bytes) }
    }

    private init(decoding bytes: FileBytes) throws(FormatError) {
        let file = try SectionedFile(decoding: bytes, magic: "r1cs", version: 1, name: "r1cs")

        var header = try file.section(1, "header")
        try header.expectField(F.self)
        let wireCount = try header.readCount()
        let outputCount = try header.readCount()
        let inputCount = try header.readCount()
        privateInputCount = try header.readCount()
        labelCount = try header.readUInt64()
        let constraintCount = try header.readCount()
        try header.expectEnd()
        guard 1 + outputCount + inputCount + privateInputCount <= wireCount else {
            throw FormatError(.outOfRange, "r1cs.header.wires")
        }

        var map = try file.section(3, "labels")
        try map.expectRemaining(wireCount, of: 8)
        labels = []
        labels.reserveCapacity(wireCount)
        for _ in 0..<wireCount { labels.append(try map.readUInt64()) }

        var body = try file.section(2, "constraints")
        // A constraint takes at least the lengths of its three combinations.
        guard constraintCount <= body.remaining / 12 else { throw FormatError(.truncated, body.path) }
        var constraints: [Constraint<F>] = []
        constraints.reserveCapacity(constraintCount)
        for _ in 0..<constraintCount {
            let a = try body.readCombination(F.self, wireCount: wireCount)
            let b = try body.readCombination(F.self, wireCount: wireCount)
            let c = try body.readCombination(F.self, wireCount: wireCount)
            constraints.append(Constraint(a, b, c))
        }
        try body.expectEnd()
        system = RankOneConstraintSystem(
            publicOutputCount: outputCount, publicInputCount: inputCount, wireCount: wireCount,
            constraints: constraints)
    }
}

extension ByteReader {
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    fileprivate mutating func readCombination<F: PrimeField>(
        _ type: F.Type, wireCount: Int
    ) throws(FormatError) -> LinearCombination<F> {
        let count = try readCount()
        guard count <= remaining / (4 + F.byteCount) else { throw FormatError(.truncated, path) }
        var terms: [LinearCombination<F>.Term] = []
        terms.reserveCapacity(count)
        var isOrdered = true
        for _ in 0..<count {
            let wire = try readCount()
            guard wire < wireCount else { throw FormatError(.outOfRange, path) }
            let coefficient = try readElement(F.self)
            let term = LinearCombination<F>.Term(Wire(wire), coefficient)
            if coefficient.isZero || terms.last.map({ $0.wire >= term.wire }) ?? false { isOrdered = false }
            terms.append(term)
        }
        return isOrdered ? LinearCombination(uncheckedTerms: terms) : .sum(ofTerms: terms)
    }
}
