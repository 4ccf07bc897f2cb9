import EllipticCurves
import FiniteFields

extension ChaChaGenerator {
    /// Returns a uniformly random element, drawn as iden3's tools draw it: words from the least significant
    /// on, cut to as many bits as the modulus has, until they are below it. They are then the *Montgomery
    /// form* of the element.
    mutating func nextElement<F: PrimeField>(_ type: F.Type = F.self) -> F {
        let unusedBits = UInt64(F.wordCount * 64 - F.modulusBitCount)
        while true {
            var words = (0..<F.wordCount).map { _ in nextDoubleWord() }
            words[F.wordCount - 1] &= .max >> unusedBits
            if let element = F(canonicalWords: words) { return element * F.inverseOfRadix }
        }
    }

    /// Returns a random point of G1.
    mutating func nextG1<Curve: CeremonyCurve>(_ curve: Curve.Type) -> AffinePoint<Curve.G1> {
        nextPoint(cofactor: Curve.cofactorOfG1) { $0.nextElement() }
    }

    /// Returns a random point of G2.
    mutating func nextG2<Curve: CeremonyCurve>(_ curve: Curve.Type) -> AffinePoint<Curve.G2> {
        nextPoint(cofactor: Curve.cofactorOfG2) { generator in
            let c0: Curve.G1.BaseField = generator.nextElement()
            return Curve.coordinate(c0, generator.nextElement())
        }
    }

    /// Draws x and which of the two y it shall be until there is such a point; then leaves the cofactor behind.
    private mutating func nextPoint<G: ShortWeierstrassCurve>(
        cofactor: [UInt64], _ nextCoordinate: (inout ChaChaGenerator) -> G.BaseField
    ) -> AffinePoint<G> {
        while true {
            let x = nextCoordinate(&self)
            let isLarger = nextBit()
            guard let root = (x.squared() * x + G.b).squareRoot() else { continue }
            let y = root.isLargerThanNegative == isLarger ? root : -root
            return JacobianPoint(AffinePoint<G>(uncheckedX: x, y: y)).multiplied(byWords: cofactor).affine
        }
    }
}

extension PrimeField {
    /// 1/R for R = 2^(64 · words): the element whose Montgomery form is 1.
    fileprivate static var inverseOfRadix: Self {
        guard let inverse = Self(2).power(UInt64(64 * wordCount)).inverse() else {
            preconditionFailure("R is prime to the modulus")
        }
        return inverse
    }
}
