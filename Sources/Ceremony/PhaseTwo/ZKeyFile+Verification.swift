public import CircuitFormats
public import ConstraintSystem
public import EllipticCurves
import FiniteFields
import Groth16

/// What a cheating party could choose: its factor of δ, as long as one party of the chain is honest and
/// forgets its own; the rest is checked. The circuit's points cannot be others, because they are computed
/// again from the circuit and the powers. What is divided by δ cannot hold anything else, because it has to
/// be the circuit's points divided by the δ of the key, and that δ has to be the product of factors whose
/// makers knew them.
extension ZKeyFile where Curve: CeremonyCurve {
    /// Checks the whole chain: that the key is that of the circuit and the powers, and that all contributions
    /// follow from each other. The powers' own ceremony is checked by `PowersOfTauFile.verify`.
    ///
    /// As long as making the key takes, and two multi-scalar multiplications each, with numbers of 128 bits,
    /// for private wires and for the domain.
    ///
    /// - Parameters:
    ///   - beaconLimit: the base-two logarithm of the most hashes that are computed for a beacon.
    ///   - progress: called now and then with the part of the work that is done.
    /// - Returns: the contributions, the first one first.
    /// - Throws: `CeremonyFlaw`, `CeremonyError` where the powers do not serve the circuit or a beacon takes too
    ///   long, or `FormatError` where a point is not in its group.
    @discardableResult
    public func verify(
        _ system: RankOneConstraintSystem<Curve.ScalarField>, powers: PowersOfTauFile<Curve>,
        beaconLimit: Int = 26, progress: (Double) -> Void = { _ in }
    ) throws -> [ContributionRecord] {
        try BeaconLimit.check(contributions.map(\.parameters), beaconLimit)
        let records = try checkedContributions()
        try validate(.subgroup)
        let first = try Self.beginning(system, powers: powers) { progress(0.9 * $0) }
        try checkCircuit(first, powers.powers)
        try checkDelta(first)
        progress(1)
        return records
    }

    /// The chain of δ alone.
    private func checkedContributions() throws(CeremonyFlaw) -> [ContributionRecord] {
        try Contributors.check(contributions.map(\.kind))
        var transcript = Blake2b()
        transcript.update(circuitHash)
        var delta = Curve.G1.generator
        var records: [ContributionRecord] = []
        for (index, contribution) in contributions.enumerated() {
            let number = index + 1
            var expected = transcript
            expected.update(contribution.s)
            expected.update(contribution.sx)
            guard expected.digest() == contribution.transcript else {
                throw .otherTranscript(contribution: number)
            }
            if let beacon = contribution.parameters.beacon {
                var generator = ChaChaGenerator(beacon)
                let secret = DeltaSecret<Curve>(generator: &generator)
                guard secret.s == contribution.s, secret.sx == contribution.sx else {
                    throw .otherBeacon(contribution: number)
                }
            }
            let sp = DeltaSecret<Curve>.challengePoint(contribution.transcript)
            guard Curve.haveSameRatio(contribution.s, contribution.sx, sp, contribution.spx) else {
                throw .unknownFactor(.delta, contribution: number)
            }
            guard Curve.haveSameRatio(delta, contribution.deltaAfter, sp, contribution.spx) else {
                throw .doesNotFollow(.delta, contribution: number)
            }
            transcript.update(contribution)
            delta = contribution.deltaAfter
            records.append(
                ContributionRecord(
                    number: number, name: contribution.parameters.name,
                    beacon: contribution.parameters.beacon, hash: contribution.hash))
        }
        return records
    }

    /// That all that no contribution changes is the circuit's.
    private func checkCircuit(_ first: Self, _ powers: PowersOfTau<Curve>) throws {
        let (own, other) = (key, first.key)
        guard own.wireCount == other.wireCount, own.publicCount == other.publicCount,
            own.constraintCount == other.constraintCount,
            !other.hasSnarkjsHash(powers) || circuitHash == first.circuitHash
        else { throw CeremonyFlaw.otherCircuit }
        let (ownMatrices, otherMatrices) = (try matrices(), try first.matrices())
        let parts: [(String, Bool)] = [
            ("α", own.verifyingKey.alpha1 == other.verifyingKey.alpha1),
            ("β", own.beta1 == other.beta1 && own.verifyingKey.beta2 == other.verifyingKey.beta2),
            ("γ", own.verifyingKey.gamma2 == other.verifyingKey.gamma2),
            ("IC", own.verifyingKey.inputPoints == other.verifyingKey.inputPoints),
            ("A", own.a == other.a), ("B1", own.b1 == other.b1), ("B2", own.b2 == other.b2),
            ("coefficients of A", ownMatrices.a.hasTerms(of: otherMatrices.a)),
            ("coefficients of B", ownMatrices.b.hasTerms(of: otherMatrices.b)),
        ]
        for (name, isEqual) in parts where !isEqual { throw CeremonyFlaw.otherPart(name) }
    }

    /// That C and H are the circuit's, divided by a δ that is the last contribution's in both groups.
    private func checkDelta(_ first: Self) throws(CeremonyFlaw) {
        let (g1, g2) = (Curve.G1.generator, Curve.G2.generator)
        let delta2 = key.verifyingKey.delta2
        guard key.delta1 == contributions.last?.deltaAfter,
            Curve.haveSameRatio(g1, key.delta1, g2, delta2)
        else { throw .otherDelta }
        for (name, own, other) in [("C", key.c, first.key.c), ("H", key.h, first.key.h)] {
            let coefficients = randomCoefficients(own.count, of: Curve.ScalarField.self)
            let divided = multiScalarMultiply(own, coefficients).affine
            let whole = multiScalarMultiply(other, coefficients).affine
            // A circuit without private wires has no C.
            if divided.isInfinity && whole.isInfinity { continue }
            guard Curve.haveSameRatio(divided, whole, g2, delta2) else { throw .notDividedByDelta(name) }
        }
    }
}

extension SparseMatrix {
    fileprivate func hasTerms(of other: SparseMatrix) -> Bool {
        rowStarts == other.rowStarts && wires == other.wires && coefficients == other.coefficients
    }
}
