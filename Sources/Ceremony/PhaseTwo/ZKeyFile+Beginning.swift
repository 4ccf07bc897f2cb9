public import CircuitFormats
public import ConstraintSystem
public import EllipticCurves
import FiniteFields
import Groth16

extension ZKeyFile where Curve: CeremonyCurve {
    /// Returns the key that the second phase of a circuit begins with: its points are made from the powers,
    /// and γ and δ are 1. Anybody can forge proofs with it; contributions make it sound.
    ///
    /// The same bytes as of `snarkjs groth16 setup`. A multiplication for each coefficient, as long as the
    /// coefficient.
    ///
    /// - Parameter powers: prepared, of a ceremony that the caller trusts or verifies.
    /// - Throws: `CeremonyError`, or `FormatError` where a point of the powers is not on the curve.
    public static func beginning(
        _ system: RankOneConstraintSystem<Curve.ScalarField>, powers file: PowersOfTauFile<Curve>,
        progress: (Double) -> Void = { _ in }
    ) throws -> Self {
        let (m, l, n) = (system.constraints.count, system.publicCount, system.wireCount)
        let logarithm = domainLogarithm(constraintCount: m, publicCount: l)
        guard let lagrange = file.lagrange else { throw CeremonyError.notPrepared }
        guard logarithm <= file.power else {
            throw CeremonyError.tooFewPowers(needed: logarithm, present: file.power)
        }
        let matrices = ConstraintMatrices(system)
        guard l < n, [matrices.a, matrices.b, matrices.c].allSatisfy({ $0.wireBound <= n }) else {
            throw CeremonyError.wireOutOfRange
        }
        try file.powers.validatePoints(.curve)
        let bases = try lagrange.valid(for: logarithm)
        let a = WireColumns(matrices.a, wireCount: n)
        let b = WireColumns(matrices.b, wireCount: n)
        let c = WireColumns(matrices.c, wireCount: n)
        func sums<G>(_ parts: ColumnPart<G>...) -> ColumnSums<G> { ColumnSums(parts: parts, publicCount: l) }
        var done = 0
        func report(_ count: Int) { progress(Double(done + count) / Double(6 * n)) }
        let pointsA = sums(ColumnPart(columns: a, points: bases.tau1, publicRow: m))
            .points(0..<n) { report($0) }
        done += n
        let pointsB1 = sums(ColumnPart(columns: b, points: bases.tau1)).points(0..<n) { report($0) }
        done += n
        let pointsB2 = sums(ColumnPart(columns: b, points: bases.tau2)).points(0..<n) { report(3 * $0) }
        done += 3 * n
        let combined = sums(
            ColumnPart(columns: a, points: bases.betaTau1, publicRow: m),
            ColumnPart(columns: b, points: bases.alphaTau1), ColumnPart(columns: c, points: bases.tau1))
        let inputPoints = combined.points(0..<l + 1)
        let pointsC = combined.points(l + 1..<n) { report($0) }
        let verifyingKey = VerifyingKey<Curve>(
            alpha1: file.powers.alphaTau1[0], beta2: file.powers.beta2, gamma2: Curve.G2.generator,
            delta2: Curve.G2.generator, inputPoints: Array(inputPoints), isDevelopment: true)
        let key = ProvingKey(
            verifyingKey: verifyingKey, beta1: file.powers.betaTau1[0], delta1: Curve.G1.generator,
            a: pointsA, b1: pointsB1, b2: pointsB2, c: pointsC, h: bases.h, constraintCount: m)
        let hash = key.circuitHash(file.powers)
        progress(1)
        return Self(key, a: matrices.a, b: matrices.b, circuitHash: hash)
    }
}

/// The lists that a circuit needs of the Lagrange bases.
private struct CircuitBases<Curve: InterchangeCurve> {
    let tau1: PointArray<Curve.G1>
    let tau2: PointArray<Curve.G2>
    let alphaTau1: PointArray<Curve.G1>
    let betaTau1: PointArray<Curve.G1>
    /// Those of the odd points of the domain of twice the size.
    let h: PointArray<Curve.G1>
}

extension LagrangePowers {
    /// Returns the lists for a domain of 2^`logarithm` points, after checking that they are on the curve.
    fileprivate func valid(for logarithm: Int) throws(FormatError) -> CircuitBases<Curve> {
        let double = tau1.lagrangeList(logarithm + 1)
        try double.validate(.curve, path: "ptau.lagrangeTauG1")
        let bases = CircuitBases<Curve>(
            tau1: tau1.lagrangeList(logarithm), tau2: tau2.lagrangeList(logarithm),
            alphaTau1: alphaTau1.lagrangeList(logarithm), betaTau1: betaTau1.lagrangeList(logarithm),
            h: PointArray((0..<1 << logarithm).map { double[2 * $0 + 1] }))
        try bases.tau1.validate(.curve, path: "ptau.lagrangeTauG1")
        try bases.tau2.validate(.curve, path: "ptau.lagrangeTauG2")
        try bases.alphaTau1.validate(.curve, path: "ptau.lagrangeAlphaTauG1")
        try bases.betaTau1.validate(.curve, path: "ptau.lagrangeBetaTauG1")
        return bases
    }
}
