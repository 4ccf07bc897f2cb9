import EllipticCurves
import FiniteFields
import TestSupport
import Testing

@Suite("Pairing of BN254")
struct PairingTests {
    typealias Scalar = BN254.ScalarField

    private func g1(_ scalar: Scalar) -> AffinePoint<BN254.G1> {
        BN254.G1.generator.multiplied(by: scalar).affine
    }

    private func g2(_ scalar: Scalar) -> AffinePoint<BN254.G2> {
        BN254.G2.generator.multiplied(by: scalar).affine
    }

    @Test("e(aP, bQ) = e(P, Q)^(ab)")
    func bilinear() {
        var generator = SeededGenerator(seed: 20)
        let base = BN254.pairing(g1(1), g2(1))
        for _ in 0..<5 {
            let a = Scalar.random(using: &generator)
            let b = Scalar.random(using: &generator)
            let value = BN254.pairing(g1(a), g2(b))
            #expect(value == base.power((a * b).canonicalWords))
            #expect(value == BN254.pairing(g1(a * b), g2(1)))
            #expect(value == BN254.pairing(g1(1), g2(a * b)))
        }
    }

    @Test("e(P + R, Q) = e(P, Q) e(R, Q), and the same on the right")
    func additive() {
        #expect(BN254.pairing(g1(12), g2(3)) == BN254.pairing(g1(5), g2(3)) * BN254.pairing(g1(7), g2(3)))
        #expect(BN254.pairing(g1(2), g2(30)) == BN254.pairing(g1(2), g2(11)) * BN254.pairing(g1(2), g2(19)))
    }

    @Test("Values are not one, and have order r")
    func nonDegenerate() {
        let value = BN254.pairing(g1(1), g2(1))
        #expect(value != .one)
        #expect(value.power(Scalar.modulusWords) == .one)
    }

    @Test("Infinity on either side gives one")
    func infinity() {
        #expect(BN254.pairing(.infinity, g2(1)) == .one)
        #expect(BN254.pairing(g1(1), .infinity) == .one)
        #expect(BN254.pairingProduct([]) == .one)
        #expect(
            BN254.pairingProduct([(g1(2), g2(3)), (.infinity, g2(1)), (g1(4), .infinity)])
                == BN254.pairing(g1(2), g2(3)))
    }

    @Test("A product is the product of its pairings")
    func products() {
        let pairs = [(g1(3), g2(4)), (g1(5), g2(6)), (g1(3), g2(4)), (g1(-17), g2(2))]
        #expect(BN254.pairingProduct(pairs) == pairs.reduce(.one) { $0 * BN254.pairing($1.0, $1.1) })
        // 12 + 30 + 12 − 34 = 20.
        #expect(BN254.pairingProduct(pairs + [(g1(-20), g2(1))]) == .one)
        #expect(BN254.pairingProduct(pairs + [(g1(-21), g2(1))]) != .one)
    }
}
