import EllipticCurves
import FiniteFields
import Testing

@Suite("Curves against py_ecc and arkworks")
struct CurveVectorTests {
    @Test("Multiples of the generators of G1")
    func g1() throws {
        try expectMultiples(BN254.self, "bn254")
        try expectMultiples(BLS12381.self, "bls12381")
    }

    private func expectMultiples<C: OptimalAtePairing>(_ curve: C.Type, _ name: String) throws {
        let vectors = try CurveVectors.load(name).g1
        #expect(vectors.count == 15)
        for vector in vectors {
            let scalar = try #require(C.ScalarField(decimal: vector.scalar))
            let x = try #require(C.G1.BaseField(decimal: vector.point[0]))
            let y = try #require(C.G1.BaseField(decimal: vector.point[1]))
            #expect(C.G1.generator.multiplied(by: scalar).affine == AffinePoint(x: x, y: y))
        }
    }

    @Test("Multiples of the generators of G2")
    func g2() throws {
        try expectMultiplesOnTwist(BN254.self, "bn254")
        try expectMultiplesOnTwist(BLS12381.self, "bls12381")
    }

    private func expectMultiplesOnTwist<C: OptimalAtePairing>(_ curve: C.Type, _ name: String) throws {
        let vectors = try CurveVectors.load(name).g2
        #expect(vectors.count == 15)
        for vector in vectors {
            let scalar = try #require(C.ScalarField(decimal: vector.scalar))
            let x = try Fp2<C.Tower>(text: vector.point[0])
            let y = try Fp2<C.Tower>(text: vector.point[1])
            #expect(C.G2.generator.multiplied(by: scalar).affine == AffinePoint(x: x, y: y))
        }
    }

    @Test("Points outside the subgroups are refused")
    func outsideSubgroup() throws {
        let bls12381 = try CurveVectors.load("bls12381")
        let outsideG1 = try #require(bls12381.g1OutsideSubgroup)
        #expect(outsideG1.count == 5)
        for coordinates in outsideG1 {
            let x = try #require(BLS12381.BaseField(decimal: coordinates[0]))
            let y = try #require(BLS12381.BaseField(decimal: coordinates[1]))
            expectOutside(AffinePoint<BLS12381.G1>(uncheckedX: x, y: y))
        }
        for coordinates in bls12381.g2OutsideSubgroup {
            let x = try BLS12381Fields.Fp2(text: coordinates[0])
            expectOutside(AffinePoint<BLS12381.G2>(uncheckedX: x, y: try Fp2(text: coordinates[1])))
        }
        let bn254 = try CurveVectors.load("bn254").g2OutsideSubgroup
        #expect(bn254.count == 3 && bls12381.g2OutsideSubgroup.count == 5)
        for coordinates in bn254 {
            let x = try BN254Fields.Fp2(text: coordinates[0])
            expectOutside(AffinePoint<BN254.G2>(uncheckedX: x, y: try Fp2(text: coordinates[1])))
        }
    }

    private func expectOutside<C: ShortWeierstrassCurve>(_ point: AffinePoint<C>) {
        #expect(point.isOnCurve)
        #expect(!C.isInPrimeOrderSubgroup(point) && !C.isWholeCurve)
        #expect(!JacobianPoint(point).multiplied(byWords: C.ScalarField.modulusWords).isInfinity)
        #expect(AffinePoint<C>(x: point.x, y: point.y) == nil)
        // Nor is the sum with a point of the group in it.
        #expect(!C.isInPrimeOrderSubgroup((point + C.generator).affine))
    }

    @Test("Values of the pairings")
    func pairings() throws {
        try expectPairings(BN254.self, "bn254")
        try expectPairings(BLS12381.self, "bls12381")
    }

    private func expectPairings<C: OptimalAtePairing>(_ curve: C.Type, _ name: String) throws {
        let vectors = try CurveVectors.load(name).pairings
        #expect(vectors.count == 5)
        for vector in vectors {
            let a = try #require(C.ScalarField(decimal: vector.g1))
            let b = try #require(C.ScalarField(decimal: vector.g2))
            let p = C.G1.generator.multiplied(by: a).affine
            let q = C.G2.generator.multiplied(by: b).affine
            #expect(C.pairing(p, q) == (try Fp12(text: vector.value)))
        }
    }
}
