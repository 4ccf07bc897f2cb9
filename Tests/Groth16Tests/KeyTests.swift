import EllipticCurves
import FiniteFields
import Groth16
import TestSupport
import Testing

@Suite struct KeyTests {
    private let key: VerifyingKey<BN254>

    init() throws { key = try ProvenSystem<BN254>(seed: 20).key.verifyingKey }

    private func error(_ change: (inout VerifyingKey<BN254>) -> Void) -> KeyError? {
        var key = key
        change(&key)
        do throws(KeyError) {
            _ = try PreparedVerifyingKey(key, allowingDevelopmentKey: true)
            return nil
        } catch {
            return error
        }
    }

    @Test func honestKeysPass() { #expect(error { _ in } == nil) }

    @Test func developmentKeysAreRefusedByDefault() {
        #expect(throws: KeyError(.developmentKey, "")) { _ = try PreparedVerifyingKey(key) }
        var ceremonyKey = key
        ceremonyKey.isDevelopment = false
        #expect(throws: Never.self) { _ = try PreparedVerifyingKey(ceremonyKey) }
    }

    /// The equation has a solution that needs no witness, which is why the key is refused.
    @Test(arguments: [1, -1])
    func aKeyWithoutSecondPhaseIsForgeable(sign: Int) {
        let forged: [F] = [1, 2, 3]
        var key = key
        key.delta2 = sign == 1 ? key.gamma2 : -key.gamma2
        let vk_x = multiScalarMultiply(key.inputPoints, [1] + forged).affine
        let c = sign == 1 ? -vk_x : vk_x
        let product = BN254.pairingProduct([
            (key.alpha1, key.beta2), (-key.alpha1, key.beta2), (vk_x, key.gamma2), (c, key.delta2),
        ])
        #expect(product == .one)
        #expect(error { $0 = key } == KeyError(.deltaIsGamma, "delta2"))
    }

    @Test func deltaIsNoGenerator() {
        let gamma = BN254.G2.generator.multiplied(by: 3).affine
        for delta in [BN254.G2.generator, -BN254.G2.generator] {
            #expect(
                error {
                    $0.gamma2 = gamma
                    $0.delta2 = delta
                } == KeyError(.deltaIsGenerator, "delta2"))
        }
    }

    @Test func infinityIsRefusedEverywhere() {
        #expect(error { $0.alpha1 = .infinity } == KeyError(.infinity, "alpha1"))
        #expect(error { $0.beta2 = .infinity } == KeyError(.infinity, "beta2"))
        #expect(error { $0.gamma2 = .infinity } == KeyError(.infinity, "gamma2"))
        #expect(error { $0.delta2 = .infinity } == KeyError(.infinity, "delta2"))
        for index in key.inputPoints.indices {
            #expect(
                error { $0.inputPoints[index] = .infinity } == KeyError(.infinity, "inputPoints[\(index)]"))
        }
    }

    @Test func pointsOffTheCurveAreRefused() {
        let off1 = AffinePoint<BN254.G1>(uncheckedX: 1, y: 1)
        let off2 = AffinePoint<BN254.G2>(uncheckedX: .one, y: .one)
        #expect(error { $0.alpha1 = off1 } == KeyError(.notOnCurve, "alpha1"))
        #expect(error { $0.beta2 = off2 } == KeyError(.notOnCurve, "beta2"))
        #expect(error { $0.gamma2 = off2 } == KeyError(.notOnCurve, "gamma2"))
        #expect(error { $0.delta2 = off2 } == KeyError(.notOnCurve, "delta2"))
        #expect(error { $0.inputPoints[2] = off1 } == KeyError(.notOnCurve, "inputPoints[2]"))
    }

    @Test func pointsOutsideTheSubgroupAreRefused() throws {
        let outside = try #require(AffinePoint<BN254.G2>.outsideSubgroup())
        #expect(error { $0.beta2 = outside } == KeyError(.notInSubgroup, "beta2"))
        #expect(error { $0.gamma2 = outside } == KeyError(.notInSubgroup, "gamma2"))
        #expect(error { $0.delta2 = outside } == KeyError(.notInSubgroup, "delta2"))
    }

    /// BLS12-381 has a cofactor in G1 too.
    @Test func pointsOutsideEitherSubgroupAreRefused() throws {
        let honest = try ProvenSystem<BLS12381>(seed: 21).key.verifyingKey
        // On the curve, 0 + 4 is the square of 2.
        let outside1 = AffinePoint<BLS12381.G1>(uncheckedX: 0, y: 2)
        let outside2 = try #require(AffinePoint<BLS12381.G2>.outsideSubgroup())
        #expect(outside1.isOnCurve)
        func error(_ change: (inout VerifyingKey<BLS12381>) -> Void) -> KeyError? {
            var key = honest
            change(&key)
            do throws(KeyError) {
                _ = try PreparedVerifyingKey(key, allowingDevelopmentKey: true)
                return nil
            } catch {
                return error
            }
        }
        #expect(error { _ in } == nil)
        #expect(error { $0.alpha1 = outside1 } == KeyError(.notInSubgroup, "alpha1"))
        for index in honest.inputPoints.indices {
            let wrong = (honest.inputPoints[index] + outside1).affine
            #expect(
                error { $0.inputPoints[index] = wrong } == KeyError(.notInSubgroup, "inputPoints[\(index)]"))
        }
        #expect(error { $0.beta2 = outside2 } == KeyError(.notInSubgroup, "beta2"))
        #expect(error { $0.gamma2 = outside2 } == KeyError(.notInSubgroup, "gamma2"))
        #expect(error { $0.delta2 = outside2 } == KeyError(.notInSubgroup, "delta2"))
        #expect(error { $0.delta2 = $0.gamma2 } == KeyError(.deltaIsGamma, "delta2"))
    }
}

extension AffinePoint {
    /// Returns a point of a twist that is not in G2: nearly every one is.
    static func outsideSubgroup<Tower>() -> Self? where Curve.BaseField == Fp2<Tower> {
        (1...20).lazy.compactMap { value -> Self? in
            let x = Fp2<Tower>(Fp(value), 1)
            guard let y = (x.squared() * x + Curve.b).squareRoot() else { return nil }
            let point = Self(uncheckedX: x, y: y)
            return Curve.isInPrimeOrderSubgroup(point) ? nil : point
        }.first
    }
}
