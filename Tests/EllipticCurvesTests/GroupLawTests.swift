import EllipticCurves
import FiniteFields
import TestSupport
import Testing

@Suite("Groups of points")
struct GroupLawTests {
    @Test("BN254 G1") func g1() { expectGroupLaws(BN254.G1.self, seed: 30) }
    @Test("BN254 G2") func g2() { expectGroupLaws(BN254.G2.self, seed: 31) }
    @Test("BLS12-381 G1") func bls12381G1() { expectGroupLaws(BLS12381.G1.self, seed: 32) }
    @Test("BLS12-381 G2") func bls12381G2() { expectGroupLaws(BLS12381.G2.self, seed: 33) }

    /// Expects the laws of groups, for points in all mixtures of coordinates.
    private func expectGroupLaws<C: ShortWeierstrassCurve>(_ curve: C.Type, seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let g = JacobianPoint<C>.generator
        #expect(C.generator.isOnCurve && C.isInPrimeOrderSubgroup(C.generator))
        #expect(g.multiplied(byWords: C.ScalarField.modulusWords).isInfinity)
        let random = (0..<3).map { _ in g.multiplied(by: .random(using: &generator)) }
        // With z = 1 and z ≠ 1, and negatives.
        let points =
            [JacobianPoint<C>.infinity, g, -g, g.doubled(), JacobianPoint(random[0].affine), -random[0]]
            + random
        for a in points {
            #expect(a.affine.isOnCurve)
            #expect(JacobianPoint(a.affine) == a)
            #expect(a.hashValue == JacobianPoint(a.affine).hashValue)
            #expect(
                a + JacobianPoint.infinity == a && a + AffinePoint.infinity == a
                    && JacobianPoint.infinity + a == a)
            #expect((a + (-a)).isInfinity && (a - a.affine).isInfinity)
            #expect(a + a == a.doubled() && a + a.affine == a.doubled())
            for b in points {
                #expect(a + b == b + a && a + b.affine == a + b && a.affine + b.affine == a + b)
                #expect(a - b == a + (-b) && a - b.affine == a - b && (a == b) == (a - b).isInfinity)
                for c in points { #expect((a + b) + c == a + (b + c)) }
            }
        }
        #expect(JacobianPoint.batchAffine(points) == points.map(\.affine))
        #expect(JacobianPoint<C>.batchAffine([]).isEmpty)
        expectMultiples(of: random[0], using: &generator)
    }

    private func expectMultiples<C>(of point: JacobianPoint<C>, using generator: inout SeededGenerator) {
        var sum = JacobianPoint<C>.infinity
        for k in 0..<40 {
            #expect(point.multiplied(by: C.ScalarField(k)) == sum)
            #expect(point.multiplied(by: -C.ScalarField(k)) == -sum)
            sum += point
        }
        for _ in 0..<5 {
            let a = C.ScalarField.random(using: &generator)
            let b = C.ScalarField.random(using: &generator)
            #expect(point.multiplied(by: a) + point.multiplied(by: b) == point.multiplied(by: a + b))
            #expect(point.multiplied(by: a).multiplied(by: b) == point.multiplied(by: a * b))
        }
        #expect(point.multiplied(byWords: [0, 1]) == doubledTimes(64, point))
        #expect(point.multiplied(byWords: [.max, .max]) == doubledTimes(128, point) - point)
        #expect(point.multiplied(byWords: []).isInfinity)
    }

    private func doubledTimes<C>(_ count: Int, _ point: JacobianPoint<C>) -> JacobianPoint<C> {
        (0..<count).reduce(point) { point, _ in point.doubled() }
    }

    @Test("Points off the curve are refused, infinity is (0, 0)")
    func offCurve() {
        #expect(AffinePoint<BN254.G1>(x: 1, y: 2) == BN254.G1.generator)
        #expect(AffinePoint<BN254.G1>(x: 1, y: 3) == nil)
        #expect(AffinePoint<BN254.G1>(x: 0, y: 2) == nil)
        #expect(AffinePoint<BN254.G1>(x: 1, y: 0) == nil)
        #expect(AffinePoint<BN254.G1>(x: 0, y: 0) == .infinity)
        let g = BN254.G2.generator
        #expect(AffinePoint<BN254.G2>(x: g.x, y: g.y) == g)
        #expect(AffinePoint<BN254.G2>(x: g.y, y: g.x) == nil)
        #expect(AffinePoint<BN254.G2>(x: .zero, y: .zero) == .infinity)
        let h = BLS12381.G1.generator
        #expect(AffinePoint<BLS12381.G1>(x: h.x, y: h.y) == h)
        #expect(AffinePoint<BLS12381.G1>(x: h.x, y: h.x) == nil)
        #expect(AffinePoint<BLS12381.G1>(x: 0, y: 0) == .infinity)
    }

    @Test("Non-adjacent forms stand for their integers")
    func nonAdjacentForms() {
        for width in 2...8 {
            for value in [0, 1, 2, 3, 5, 127, 128, 129, 255, 12345, 1 << 40 - 1] {
                let digits = NonAdjacentForm.digits(of: [UInt64(value), 0], width: width)
                let sum = digits.reversed().reduce(0) { 2 * $0 + Int($1) }
                #expect(sum == value)
                #expect(digits.allSatisfy { $0 == 0 || ($0 % 2 != 0 && abs(Int($0)) < 1 << (width - 1)) })
                #expect(digits.last != 0)
            }
            let top = NonAdjacentForm.digits(of: [.max], width: width)
            #expect(top.count == 65 && top[0] == -1 && top[64] == 1 && top[1..<64].allSatisfy { $0 == 0 })
        }
    }
}
