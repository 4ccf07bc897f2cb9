import EllipticCurves
import FiniteFields
import Testing

@Suite("BN254 against py_ecc")
struct BN254VectorTests {
    let vectors: BN254Vectors

    init() throws { vectors = try BN254Vectors.load() }

    @Test("Multiples of the generator of G1")
    func g1() throws {
        #expect(vectors.g1.count == 15)
        for vector in vectors.g1 {
            let scalar = try #require(BN254.ScalarField(decimal: vector.scalar))
            let x = try #require(BN254.BaseField(decimal: vector.point[0]))
            let y = try #require(BN254.BaseField(decimal: vector.point[1]))
            #expect(BN254.G1.generator.multiplied(by: scalar).affine == AffinePoint(x: x, y: y))
        }
    }

    @Test("Multiples of the generator of G2")
    func g2() throws {
        #expect(vectors.g2.count == 15)
        for vector in vectors.g2 {
            let scalar = try #require(BN254.ScalarField(decimal: vector.scalar))
            let x = try BN254Fields.Fp2(text: vector.point[0])
            let y = try BN254Fields.Fp2(text: vector.point[1])
            #expect(BN254.G2.generator.multiplied(by: scalar).affine == AffinePoint(x: x, y: y))
        }
    }

    @Test("Points of the twist outside the subgroup are refused")
    func outsideSubgroup() throws {
        #expect(vectors.g2OutsideSubgroup.count == 3)
        for coordinates in vectors.g2OutsideSubgroup {
            let x = try BN254Fields.Fp2(text: coordinates[0])
            let y = try BN254Fields.Fp2(text: coordinates[1])
            let point = AffinePoint<BN254.G2>(uncheckedX: x, y: y)
            #expect(point.isOnCurve)
            #expect(!BN254.G2.isInPrimeOrderSubgroup(point))
            #expect(!JacobianPoint(point).multiplied(byWords: BN254.ScalarField.modulusWords).isInfinity)
            #expect(AffinePoint<BN254.G2>(x: x, y: y) == nil)
        }
    }

    @Test("Values of the pairing")
    func pairings() throws {
        #expect(vectors.pairings.count == 5)
        for vector in vectors.pairings {
            let a = try #require(BN254.ScalarField(decimal: vector.g1))
            let b = try #require(BN254.ScalarField(decimal: vector.g2))
            let p = BN254.G1.generator.multiplied(by: a).affine
            let q = BN254.G2.generator.multiplied(by: b).affine
            #expect(BN254.pairing(p, q) == (try BN254Fields.Fp12(text: vector.value)))
        }
    }
}
