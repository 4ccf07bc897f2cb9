import EllipticCurves
import Groth16

extension ZKeyFile {
    /// Reads a file and checks all of it.
    ///
    /// - Throws: `FormatError`.
    public init(
        decoding bytes: [UInt8], validation: PointValidation = .subgroup
    ) throws(FormatError) {
        try self.init(decoding: FileBytes(bytes), validation: validation)
    }

    /// Checks all of a file, as a rule a mapped one, and decodes the matrices; points stay where they are.
    ///
    /// - Throws: `FormatError`.
    public init(
        decoding bytes: FileBytes, validation: PointValidation = .subgroup
    ) throws(FormatError) {
        try self.init(lazilyDecoding: bytes)
        let (a, b) = try matrices()
        coefficients = .matrices(a, b)
        try validatePoints(validation)
    }

    /// Reads what every use of a file needs: header, public wires and history; the time does not depend on
    /// the size of the circuit.
    ///
    /// All counts are checked against each other and against the lengths of sections, and the points that
    /// are read, those of the verifying key, are checked to be in the group. The points of wires and of the
    /// domain stay in the file, unread: `prove` demands that they are on the curve before it uses them, and
    /// `validate` is for other uses. The key counts as a development key if it has no contributions.
    ///
    /// The number of constraints is taken from the rows of public wires, where they are the last coefficients,
    /// as all known writers have it; otherwise from the highest row.
    ///
    /// - Parameter bytes: as a rule those of a mapped file; kept as long as the key is.
    /// - Throws: `FormatError`.
    public init(lazilyDecoding bytes: FileBytes) throws(FormatError) {
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

        var section = try file.section(ZKeySection.inputPoints, "inputPoints")
        let inputPoints = try section.readPoints(publicCount + 1, of: Curve.G1.self)
        section = try file.section(ZKeySection.a, "a")
        let a = try section.viewPoints(wireCount, of: Curve.G1.self)
        section = try file.section(ZKeySection.b1, "b1")
        let b1 = try section.viewPoints(wireCount, of: Curve.G1.self)
        section = try file.section(ZKeySection.b2, "b2")
        let b2 = try section.viewPoints(wireCount, of: Curve.G2.self)
        section = try file.section(ZKeySection.c, "c")
        let c = try section.viewPoints(wireCount - publicCount - 1, of: Curve.G1.self)
        section = try file.section(ZKeySection.h, "h")
        let h = try section.viewPoints(domainSize, of: Curve.G1.self)

        section = try file.section(ZKeySection.coefficients, "coefficients")
        let coefficients = try ZKeyCoefficients<Curve.ScalarField>(viewing: &section)
        let constraintCount = try coefficients.constraintCount(
            publicCount: publicCount, domainSize: domainSize)
        guard
            domainSize == 1 << domainLogarithm(constraintCount: constraintCount, publicCount: publicCount)
        else { throw FormatError(.inconsistent, "zkey.header.domain") }

        var history = try file.section(ZKeySection.contributions, "contributions")
        let circuitHash = Array(try history.take(64))
        let count = try history.readCount()
        var contributions: [ZKeyContribution<Curve>] = []
        for _ in 0..<count { contributions.append(try ZKeyContribution(reading: &history)) }
        try history.expectEnd()
        if let last = contributions.last, last.deltaAfter != delta1 {
            throw FormatError(.inconsistent, "zkey.contributions.delta")
        }

        let verifyingKey = VerifyingKey<Curve>(
            alpha1: alpha1, beta2: beta2, gamma2: gamma2, delta2: delta2, inputPoints: inputPoints,
            isDevelopment: contributions.isEmpty)
        self.init(
            ProvingKey(
                verifyingKey: verifyingKey, beta1: beta1, delta1: delta1, a: a, b1: b1, b2: b2, c: c, h: h,
                constraintCount: constraintCount),
            .section(coefficients.bytes), circuitHash: circuitHash, contributions: contributions)
    }
}
