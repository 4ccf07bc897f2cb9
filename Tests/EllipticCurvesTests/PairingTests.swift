import EllipticCurves
import FiniteFields
import TestSupport
import Testing

@Suite("Pairings")
struct PairingTests {
    private let bn254 = PairingLaws<BN254>()
    private let bls12381 = PairingLaws<BLS12381>()

    @Test("e(aP, bQ) = e(P, Q)^(ab)")
    func bilinear() {
        bn254.expectBilinear()
        bls12381.expectBilinear()
    }

    @Test("e(P + R, Q) = e(P, Q) e(R, Q), and the same on the right")
    func additive() {
        bn254.expectAdditive()
        bls12381.expectAdditive()
    }

    @Test("Values are not one, and have order r")
    func nonDegenerate() {
        bn254.expectNonDegenerate()
        bls12381.expectNonDegenerate()
    }

    @Test("Infinity on either side gives one")
    func infinity() {
        bn254.expectOneForInfinity()
        bls12381.expectOneForInfinity()
    }

    @Test("A product is the product of its pairings")
    func products() {
        bn254.expectProducts()
        bls12381.expectProducts()
    }

    @Test("Prepared points have the same pairings, alone and mixed with others")
    func prepared() {
        bn254.expectPreparedEqualsUnprepared()
        bls12381.expectPreparedEqualsUnprepared()
    }

    @Test("Prepared infinity and infinity on the left of a prepared point give one")
    func preparedInfinity() {
        bn254.expectOneForPreparedInfinity()
        bls12381.expectOneForPreparedInfinity()
    }

    @Test("e(aP, bQ) = e(P, Q)^(ab) through prepared points")
    func preparedBilinear() {
        bn254.expectBilinearThroughPrepared()
        bls12381.expectBilinearThroughPrepared()
    }
}

private struct PairingLaws<C: PairingCurve> {
    typealias Scalar = C.ScalarField

    private func g1(_ scalar: Scalar) -> AffinePoint<C.G1> { C.G1.generator.multiplied(by: scalar).affine }

    private func g2(_ scalar: Scalar) -> AffinePoint<C.G2> { C.G2.generator.multiplied(by: scalar).affine }

    func expectBilinear() {
        var generator = SeededGenerator(seed: 20)
        let base = C.pairing(g1(1), g2(1))
        for _ in 0..<5 {
            let a = Scalar.random(using: &generator)
            let b = Scalar.random(using: &generator)
            let value = C.pairing(g1(a), g2(b))
            #expect(value == base.power((a * b).canonicalWords))
            #expect(value == C.pairing(g1(a * b), g2(1)))
            #expect(value == C.pairing(g1(1), g2(a * b)))
        }
    }

    func expectAdditive() {
        #expect(C.pairing(g1(12), g2(3)) == C.pairing(g1(5), g2(3)) * C.pairing(g1(7), g2(3)))
        #expect(C.pairing(g1(2), g2(30)) == C.pairing(g1(2), g2(11)) * C.pairing(g1(2), g2(19)))
    }

    func expectNonDegenerate() {
        let value = C.pairing(g1(1), g2(1))
        #expect(value != .one)
        #expect(value.power(Scalar.modulusWords) == .one)
    }

    func expectOneForInfinity() {
        #expect(C.pairing(.infinity, g2(1)) == .one)
        #expect(C.pairing(g1(1), .infinity) == .one)
        #expect(C.pairingProduct([]) == .one)
        #expect(
            C.pairingProduct([(g1(2), g2(3)), (.infinity, g2(1)), (g1(4), .infinity)])
                == C.pairing(g1(2), g2(3)))
    }

    func expectProducts() {
        let pairs = [(g1(3), g2(4)), (g1(5), g2(6)), (g1(3), g2(4)), (g1(-17), g2(2))]
        #expect(C.pairingProduct(pairs) == pairs.reduce(.one) { $0 * C.pairing($1.0, $1.1) })
        // 12 + 30 + 12 − 34 = 20.
        #expect(C.pairingProduct(pairs + [(g1(-20), g2(1))]) == .one)
        #expect(C.pairingProduct(pairs + [(g1(-21), g2(1))]) != .one)
    }

    func expectPreparedEqualsUnprepared() {
        var generator = SeededGenerator(seed: 21)
        func pair() -> (AffinePoint<C.G1>, AffinePoint<C.G2>) {
            (g1(.random(using: &generator)), g2(.random(using: &generator)))
        }
        for count in 1...4 {
            let pairs = (0..<count).map { _ in pair() }
            let product = C.pairingProduct(pairs)
            for split in 0...count {
                let prepared = pairs[split...].map { ($0.0, C.prepare($0.1)) }
                #expect(C.pairingProduct(Array(pairs[..<split]), prepared: prepared) == product)
            }
        }
        // The same prepared point twice.
        let (p, q) = pair()
        let prepared = C.prepare(q)
        let r = g1(.random(using: &generator))
        #expect(
            C.pairingProduct([], prepared: [(p, prepared), (r, prepared)])
                == C.pairing((JacobianPoint(p) + r).affine, q))
        #expect(C.pairingProduct([(-p, q)], prepared: [(p, prepared)]) == .one)
        #expect(C.pairingProduct([(-r, q)], prepared: [(p, prepared)]) != .one)
    }

    func expectOneForPreparedInfinity() {
        let infinity = C.prepare(.infinity)
        let three = C.prepare(g2(3))
        #expect(C.pairingProduct([], prepared: []) == .one)
        #expect(C.pairingProduct([], prepared: [(g1(1), infinity)]) == .one)
        #expect(C.pairingProduct([], prepared: [(.infinity, three)]) == .one)
        #expect(C.pairingProduct([(.infinity, g2(1))], prepared: [(.infinity, infinity)]) == .one)
        #expect(
            C.pairingProduct(
                [(g1(4), .infinity), (g1(5), g2(2))],
                prepared: [(.infinity, three), (g1(2), three), (g1(1), infinity)]) == C.pairing(g1(16), g2(1))
        )
    }

    func expectBilinearThroughPrepared() {
        var generator = SeededGenerator(seed: 22)
        let base = C.pairingProduct([], prepared: [(g1(1), C.prepare(g2(1)))])
        for _ in 0..<5 {
            let a = Scalar.random(using: &generator)
            let b = Scalar.random(using: &generator)
            let value = C.pairingProduct([], prepared: [(g1(a), C.prepare(g2(b)))])
            #expect(value == base.power((a * b).canonicalWords))
            #expect(value == C.pairingProduct([], prepared: [(g1(a * b), C.prepare(g2(1)))]))
        }
    }
}
