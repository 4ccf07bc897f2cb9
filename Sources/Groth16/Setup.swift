public import ConstraintSystem
public import EllipticCurves
import FiniteFields
import Polynomials

/// Returns a proving key for `system`, and in it the verifying key.
///
/// Groth 2016, section 3.2, in snarkjs's variant: γ = 1, and h in the basis of an odd coset. The trapdoor is
/// drawn here, so the process that runs this could forge: the key is marked `isDevelopment`. The cost is
/// one fixed-base multiplication in G1 for each of A, B, C of every wire and for each point of the domain,
/// and one in G2 per wire.
///
/// - Parameters:
///   - generator: must be unpredictable; the system's where none is named.
///   - progress: called now and then, on the caller's thread, with the part of the work that is done: up to 1,
///     and never less than before.
public func setup<Curve: PairingCurve>(
    _ system: RankOneConstraintSystem<Curve.ScalarField>, on curve: Curve.Type = Curve.self,
    using generator: inout some RandomNumberGenerator, progress: (Double) -> Void = { _ in }
) throws(SetupError) -> ProvingKey<Curve> {
    let m = system.constraints.count
    let l = system.publicCount
    let n = system.wireCount
    let logarithm = domainLogarithm(constraintCount: m, publicCount: l)
    guard let domain = EvaluationDomain<Curve.ScalarField>(logarithm: logarithm),
        let doubleDomain = EvaluationDomain<Curve.ScalarField>(logarithm: logarithm + 1)
    else { throw SetupError.tooManyConstraints(limit: 1 << (Curve.ScalarField.twoAdicity - 1)) }
    guard system.hasAllWires else { throw SetupError.wireOutOfRange }

    let trapdoor = Trapdoor<Curve.ScalarField>(
        avoidingRootsOfOrderTwoToThe: logarithm + 1, using: &generator)
    // In multiplications in G1, about: those in G2 cost three times as much, and scalars, for each wire and for
    // each point of the domain, together one.
    let total = Double(7 * n + 2 * domain.size)
    var done = 0
    func report(_ count: Int) { progress(Double(done + count) / total) }
    let columns = QAPColumns(system, on: domain, at: trapdoor.tau)
    report(n / 2)
    let publicScalars = columns.combined(trapdoor, wires: 0..<l + 1, dividedBy: trapdoor.gamma)
    let privateScalars = columns.combined(trapdoor, wires: l + 1..<n, dividedBy: trapdoor.delta)
    report(n)
    let hScalars = oddLagrangeCoefficients(doubleDomain, at: trapdoor.tau, dividedBy: trapdoor.delta)
    done = n + domain.size
    report(0)

    let g1 = FixedBaseTable(Curve.G1.generator, expectedCount: 3 * n + domain.size)
    let a = g1.multiply(columns.u) { report($0) }
    let b1 = g1.multiply(columns.v) { report(n + $0) }
    let inputPoints = g1.multiply(publicScalars) { report(2 * n + $0) }
    let c = g1.multiply(privateScalars) { report(2 * n + l + 1 + $0) }
    let h = g1.multiply(hScalars) { report(3 * n + $0) }
    let g2 = FixedBaseTable(Curve.G2.generator, expectedCount: n)
    let b2 = g2.multiply(columns.v) { report(3 * n + domain.size + 3 * $0) }

    func g1Point(_ scalar: Curve.ScalarField) -> AffinePoint<Curve.G1> {
        Curve.G1.generator.multiplied(by: scalar).affine
    }
    func g2Point(_ scalar: Curve.ScalarField) -> AffinePoint<Curve.G2> {
        Curve.G2.generator.multiplied(by: scalar).affine
    }
    let verifyingKey = VerifyingKey<Curve>(
        alpha1: g1Point(trapdoor.alpha), beta2: g2Point(trapdoor.beta), gamma2: g2Point(trapdoor.gamma),
        delta2: g2Point(trapdoor.delta), inputPoints: inputPoints, isDevelopment: true)
    return ProvingKey(
        verifyingKey: verifyingKey, beta1: g1Point(trapdoor.beta), delta1: g1Point(trapdoor.delta),
        a: PointArray(a), b1: PointArray(b1), b2: PointArray(b2), c: PointArray(c), h: PointArray(h),
        constraintCount: m)
}

/// Returns a proving key for `system` with a trapdoor from the system's generator.
public func setup<Curve: PairingCurve>(
    _ system: RankOneConstraintSystem<Curve.ScalarField>, on curve: Curve.Type = Curve.self,
    progress: (Double) -> Void = { _ in }
) throws(SetupError) -> ProvingKey<Curve> {
    var generator = SystemRandomNumberGenerator()
    return try setup(system, on: curve, using: &generator, progress: progress)
}
