import CircuitFormats
import EllipticCurves
import Groth16

extension ProvingKey where Curve: CeremonyCurve {
    /// snarkjs's hash of a key that has no contributions yet: 64 bytes, which its transcripts begin with.
    ///
    /// Of h, it takes τ^(N + i) − τ^i. snarkjs takes these in blocks of 2^14, the last of which goes one too
    /// far where there is more than one; that term is taken here as well, if the powers have it.
    func circuitHash(_ powers: PowersOfTau<Curve>) -> [UInt8] {
        var hash = Blake2b()
        hash.update(verifyingKey.alpha1)
        hash.update(beta1)
        hash.update(verifyingKey.beta2)
        hash.update(verifyingKey.gamma2)
        hash.update(delta1)
        hash.update(verifyingKey.delta2)
        hash.update(counted: PointArray(verifyingKey.inputPoints))
        let count = domainSize - 1
        hash.update(count: count)
        let differences = powers.differences(domainSize, count: hasOneTermMore(powers) ? count + 1 : count)
        hash.update(differences, .uncompressed)
        hash.update(counted: c)
        hash.update(counted: a)
        hash.update(counted: b1)
        hash.update(counted: b2)
        return hash.digest()
    }

    private func hasOneTermMore(_ powers: PowersOfTau<Curve>) -> Bool {
        domainSize > 1 << 14 && powers.tau1.count >= 2 * domainSize
    }

    /// Whether snarkjs gives this circuit the same hash. Not where its term too many lies behind the list of
    /// powers, and is made of other bytes of the file.
    func hasSnarkjsHash(_ powers: PowersOfTau<Curve>) -> Bool {
        domainSize <= 1 << 14 || hasOneTermMore(powers)
    }
}

extension PowersOfTau {
    /// [τ^(`size` + i) − τ^i]₁ for i < `count`.
    fileprivate func differences(_ size: Int, count: Int) -> PointArray<Curve.G1> {
        PointArray(JacobianPoint.batchAffine((0..<count).map { tau1[size + $0] + (-tau1[$0]) }))
    }
}

extension Blake2b {
    fileprivate mutating func update(count: Int) {
        withUnsafeBytes(of: UInt32(count).bigEndian) { update($0) }
    }

    fileprivate mutating func update<G: ShortWeierstrassCurve>(counted points: PointArray<G>) {
        update(count: points.count)
        update(points, .uncompressed)
    }
}
