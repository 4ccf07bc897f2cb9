import EllipticCurves
import FiniteFields

extension PowersOfTauFile {
    /// Reads a file.
    ///
    /// All counts are checked against each other and the lengths of sections, and the points of the history
    /// are checked to be in their groups. The long lists stay in the file, unread and unchecked: a ceremony's
    /// verifier looks at all of them, and whoever takes single points first demands that they are on the
    /// curve.
    ///
    /// - Parameter bytes: as a rule those of a mapped file; kept as long as the lists are.
    /// - Throws: `FormatError`.
    public init(lazilyDecoding bytes: FileBytes) throws(FormatError) {
        let file = try SectionedFile(decoding: bytes, magic: "ptau", version: 1, name: "ptau")
        var header = try file.section(PowersOfTauSection.header, "header")
        try header.expectField(Curve.G1.BaseField.self)
        let power = try header.readCount()
        let ceremonyPower = try header.readCount()
        try header.expectEnd()
        // The longest lists are Lagrange bases of 2^(power + 1) points. No ceremony is larger than 2^28: a file
        // of 2^29 would have 300 GB.
        guard (1..<Curve.ScalarField.twoAdicity).contains(power), ceremonyPower >= power,
            ceremonyPower <= 28
        else { throw FormatError(.outOfRange, header.path) }
        let size = 1 << power

        var section = try file.section(PowersOfTauSection.tau1, "tauG1")
        let tau1 = try section.viewPoints(2 * size - 1, of: Curve.G1.self)
        section = try file.section(PowersOfTauSection.tau2, "tauG2")
        let tau2 = try section.viewPoints(size, of: Curve.G2.self)
        section = try file.section(PowersOfTauSection.alphaTau1, "alphaTauG1")
        let alphaTau1 = try section.viewPoints(size, of: Curve.G1.self)
        section = try file.section(PowersOfTauSection.betaTau1, "betaTauG1")
        let betaTau1 = try section.viewPoints(size, of: Curve.G1.self)
        section = try file.section(PowersOfTauSection.beta2, "betaG2")
        let beta2: AffinePoint<Curve.G2> = try section.readPoint()
        try section.expectEnd()

        var history = try file.section(PowersOfTauSection.contributions, "contributions")
        var contributions: [PowersOfTauContribution<Curve>] = []
        for _ in 0..<(try history.readCount()) {
            contributions.append(try PowersOfTauContribution(reading: &history))
        }
        try history.expectEnd()

        self.init(
            PowersOfTau(
                tau1: tau1, tau2: tau2, alphaTau1: alphaTau1, betaTau1: betaTau1, beta2: beta2),
            ceremonyPower: ceremonyPower, contributions: contributions,
            lagrange: try LagrangePowers(viewing: file, power: power))
    }

    /// Reads a file, and checks that all points are on the curve, and in the subgroup if that is asked for.
    public init(decoding bytes: FileBytes, validation: PointValidation = .subgroup) throws(FormatError) {
        try self.init(lazilyDecoding: bytes)
        try validatePoints(validation)
    }

    /// Checks what reading lazily leaves unread.
    public func validatePoints(_ validation: PointValidation = .subgroup) throws(FormatError) {
        try powers.validatePoints(validation)
        guard let lagrange else { return }
        try lagrange.tau1.validate(validation, path: "ptau.lagrangeTauG1")
        try lagrange.tau2.validate(validation, path: "ptau.lagrangeTauG2")
        try lagrange.alphaTau1.validate(validation, path: "ptau.lagrangeAlphaTauG1")
        try lagrange.betaTau1.validate(validation, path: "ptau.lagrangeBetaTauG1")
    }
}

extension PowersOfTau {
    /// Checks that the points are on the curve, and in the subgroup if that is asked for.
    public func validatePoints(_ validation: PointValidation = .subgroup) throws(FormatError) {
        try tau1.validate(validation, path: "ptau.tauG1")
        try tau2.validate(validation, path: "ptau.tauG2")
        try alphaTau1.validate(validation, path: "ptau.alphaTauG1")
        try betaTau1.validate(validation, path: "ptau.betaTauG1")
    }
}

extension LagrangePowers {
    /// Returns nil where the file has none of the four sections.
    fileprivate init?(viewing file: SectionedFile, power: Int) throws(FormatError) {
        let types = PowersOfTauSection.lagrangeTau1...PowersOfTauSection.lagrangeBetaTau1
        guard types.contains(where: file.hasSection) else { return nil }
        let count = (2 << power) - 1
        var section = try file.section(PowersOfTauSection.lagrangeTau1, "lagrangeTauG1")
        tau1 = try section.viewPoints(2 * count + 1, of: Curve.G1.self)
        section = try file.section(PowersOfTauSection.lagrangeTau2, "lagrangeTauG2")
        tau2 = try section.viewPoints(count, of: Curve.G2.self)
        section = try file.section(PowersOfTauSection.lagrangeAlphaTau1, "lagrangeAlphaTauG1")
        alphaTau1 = try section.viewPoints(count, of: Curve.G1.self)
        section = try file.section(PowersOfTauSection.lagrangeBetaTau1, "lagrangeBetaTauG1")
        betaTau1 = try section.viewPoints(count, of: Curve.G1.self)
    }
}
