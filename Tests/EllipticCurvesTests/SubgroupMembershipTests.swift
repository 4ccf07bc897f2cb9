import EllipticCurves
import FiniteFields
import TestSupport
import Testing

@Suite("Lists of points in the groups")
struct SubgroupMembershipTests {
    @Test("BN254 G1 is the whole curve")
    func wholeCurve() {
        var generator = SystemRandomNumberGenerator()
        #expect(areInPrimeOrderSubgroup([BN254.G1.generator], using: &generator))
        #expect(BN254.G1.isWholeCurve)
    }

    @Test("Lists with and without a point outside", arguments: [0, 1, 2, 511, 512, 1030])
    func lists(count: Int) throws {
        let vectors = try CurveVectors.load("bls12381")
        let outsideG1 = try #require(vectors.g1OutsideSubgroup).map {
            AffinePoint<BLS12381.G1>(
                uncheckedX: try #require(BLS12381.BaseField(decimal: $0[0])),
                y: try #require(BLS12381.BaseField(decimal: $0[1])))
        }
        expectDetection(count: count, outsideG1)
        let outsideG2 = try vectors.g2OutsideSubgroup.map {
            AffinePoint<BLS12381.G2>(uncheckedX: try Fp2(text: $0[0]), y: try Fp2(text: $0[1]))
        }
        expectDetection(count: count, Array(outsideG2.suffix(2)))
        let outsideBN254 = try CurveVectors.load("bn254").g2OutsideSubgroup.map {
            AffinePoint<BN254.G2>(uncheckedX: try Fp2(text: $0[0]), y: try Fp2(text: $0[1]))
        }
        expectDetection(count: count, Array(outsideBN254.prefix(1)))
    }

    private func expectDetection<C: ShortWeierstrassCurve>(count: Int, _ outside: [AffinePoint<C>]) {
        var generator = SystemRandomNumberGenerator()
        var multiple = JacobianPoint<C>.infinity
        let points = JacobianPoint.batchAffine(
            (0..<count).map { _ in
                multiple += C.generator
                return multiple
            })
        #expect(areInPrimeOrderSubgroup(points, using: &generator))
        if count == 0 { return }
        for point in outside {
            for index in Set([0, count / 2, count - 1]) {
                var wrong = points
                wrong[index] = (wrong[index] + point).affine
                #expect(!areInPrimeOrderSubgroup(wrong, using: &generator))
            }
            // Two whose errors cancel, and many.
            var wrong = points
            wrong[0] = point
            wrong[count - 1] = count == 1 ? point : -point
            #expect(!areInPrimeOrderSubgroup(wrong, using: &generator))
            #expect(!areInPrimeOrderSubgroup(points.map { _ in point }, using: &generator))
        }
    }
}
