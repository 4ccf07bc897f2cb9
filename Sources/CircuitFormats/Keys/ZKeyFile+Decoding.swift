import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16

extension ZKeyFile {
    /// Reads a file.
    ///
    /// All counts are checked against each other and against the lengths of sections before memory is
    /// taken. The key counts as a development key if it has no contributions.
    ///
    /// - Throws: `FormatError`.
    public init(
        decoding bytes: [UInt8], validation: PointValidation = .subgroup
    ) throws(FormatError) {
        let file = try SectionedFile(decoding: bytes, magic: "zkey", version: 1, name: "zkey")
        var name = try file.section(ZKeySection.protocolName, "protocol")
        guard try name.readUInt32() == 1 else { throw FormatError(.unsupportedProtocol, name.path) }
        try name.expectEnd()

        var header = try file.section(ZKeySection.header, "header")
        try header.expectField(Curve.G1.BaseField.self)
        try header.expectField(Curve.ScalarField.self)
        let wireCount = try header.readCount()
        let publicCount = try header.readCount()
        let domainSize = try header.readCount()
        guard publicCount < wireCount, domainSize.nonzeroBitCount == 1 else {
            throw FormatError(.outOfRange, header.path)
        }
        let alpha1 = try header.readPoint(Curve.G1.self)
        let beta1 = try header.readPoint(Curve.G1.self)
        let beta2 = try header.readPoint(Curve.G2.self)
        let gamma2 = try header.readPoint(Curve.G2.self)
        let delta1 = try header.readPoint(Curve.G1.self)
        let delta2 = try header.readPoint(Curve.G2.self)
        try header.expectEnd()

        func check(_ leastPrimeOfCofactor: Int?) -> SubgroupCheck? {
            validation == .curve ? nil : leastPrimeOfCofactor.map(SubgroupCheck.init)
        }
        func g1Points(_ type: UInt32, _ name: String, _ count: Int) throws(FormatError)
            -> [AffinePoint<Curve.G1>]
        {
            var section = try file.section(type, name)
            return try section.readPoints(count, check(Curve.leastPrimeOfG1Cofactor))
        }
        let inputPoints = try g1Points(ZKeySection.inputPoints, "inputPoints", publicCount + 1)
        let a = try g1Points(ZKeySection.a, "a", wireCount)
        let b1 = try g1Points(ZKeySection.b1, "b1", wireCount)
        var b2Section = try file.section(ZKeySection.b2, "b2")
        let b2 = try b2Section.readPoints(wireCount, of: Curve.G2.self, check(Curve.leastPrimeOfG2Cofactor))
        let c = try g1Points(ZKeySection.c, "c", wireCount - publicCount - 1)
        let h = try g1Points(ZKeySection.h, "h", domainSize)

        // The domain has as many points in the file, so rows are bounded by the file's size.
        var section = try file.section(ZKeySection.coefficients, "coefficients")
        var rows = try MatrixRows<Curve.ScalarField>(
            reading: &section, wireCount: wireCount, rowCount: domainSize)
        let constraintCount = try rows.removePublicRows(publicCount, path: section.path)
        guard
            domainSize == 1 << domainLogarithm(constraintCount: constraintCount, publicCount: publicCount)
        else { throw FormatError(.inconsistent, "zkey.header.domain") }
        self.a = SparseMatrix(rows: rows.a)
        self.b = SparseMatrix(rows: rows.b)

        var history = try file.section(ZKeySection.contributions, "contributions")
        circuitHash = Array(try history.take(64))
        let count = try history.readCount()
        contributions = []
        for _ in 0..<count { contributions.append(try ZKeyContribution(reading: &history)) }
        try history.expectEnd()
        if let last = contributions.last, last.deltaAfter != delta1 {
            throw FormatError(.inconsistent, "zkey.contributions.delta")
        }

        let verifyingKey = VerifyingKey<Curve>(
            alpha1: alpha1, beta2: beta2, gamma2: gamma2, delta2: delta2, inputPoints: inputPoints,
            isDevelopment: contributions.isEmpty)
        key = ProvingKey(
            verifyingKey: verifyingKey, beta1: beta1, delta1: delta1, a: a, b1: b1, b2: b2, c: c, h: h,
            constraintCount: constraintCount)
    }
}

/// The rows of A and B in section 4.
private struct MatrixRows<F: PrimeField> {
    private(set) var a: ArraySlice<LinearCombination<F>>
    private(set) var b: ArraySlice<LinearCombination<F>>

    @specialized(where F == BN254Fields.Scalar)
    init(reading section: inout ByteReader, wireCount: Int, rowCount: Int) throws(FormatError) {
        let count = try section.readCount()
        try section.expectRemaining(count, of: 12 + F.byteCount)
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
    mutating func removePublicRows(_ publicCount: Int, path: String) throws(FormatError) -> Int {
        let constraintCount = a.count - publicCount - 1
        guard constraintCount >= 0 else { throw FormatError(.inconsistent, path) }
        for wire in 0...publicCount {
            let row = constraintCount + wire
            guard a[row] == LinearCombination(Wire(wire)), b[row].terms.isEmpty else {
                throw FormatError(.inconsistent, path)
            }
        }
        a = a.prefix(constraintCount)
        b = b.prefix(constraintCount)
        return constraintCount
    }
}
