import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport
import Testing

/// The points of a key, against the definition: interpolation by Lagrange's formula over the rows of the
/// matrices, written out.
@Suite struct KeyStructureTests {
    @Test func pointsAreThoseOfTheDefinition() throws {
        let (tau, alpha, beta, delta): (F, F, F, F) = (7, 11, 13, 17)
        var generator = SeededGenerator(seed: 90)
        let sample = RandomSystem(outputs: 1, inputs: 2, constraints: 6, using: &generator)
        let system = sample.system
        var draws = FixedElements([tau, alpha, beta, delta])
        let key = try setup(system, on: BN254.self, using: &draws)

        // m + ℓ = 9 rows and one more: 16 points.
        #expect(key.domainSize == 16)
        let points = (0..<16).map { F.rootOfUnity(ofOrderTwoToThe: 4).power(UInt64($0)) }
        let lagrange = points.indices.map { basis($0, of: points, at: tau) }
        for wire in 0..<system.wireCount {
            var (u, v, w): (F, F, F) = (0, 0, 0)
            for (row, constraint) in system.constraints.enumerated() {
                u += constraint.a.coefficient(of: wire) * lagrange[row]
                v += constraint.b.coefficient(of: wire) * lagrange[row]
                w += constraint.c.coefficient(of: wire) * lagrange[row]
            }
            if wire <= system.publicCount { u += lagrange[system.constraints.count + wire] }
            let sum = beta * u + alpha * v + w
            #expect(key.a[wire] == BN254.G1.generator.multiplied(by: u).affine)
            #expect(key.b1[wire] == BN254.G1.generator.multiplied(by: v).affine)
            #expect(key.b2[wire] == BN254.G2.generator.multiplied(by: v).affine)
            if wire <= system.publicCount {
                #expect(
                    key.verifyingKey.inputPoints[wire] == BN254.G1.generator.multiplied(by: sum).affine)
            } else {
                let expected = BN254.G1.generator.multiplied(by: sum * delta.inverse()!).affine
                #expect(key.c[wire - system.publicCount - 1] == expected)
            }
        }
        let doubled = (0..<32).map { F.rootOfUnity(ofOrderTwoToThe: 5).power(UInt64($0)) }
        for index in 0..<16 {
            let value = basis(2 * index + 1, of: doubled, at: tau) * delta.inverse()!
            #expect(key.h[index] == BN254.G1.generator.multiplied(by: value).affine)
        }
    }

    /// Π_(j ≠ i) (x − x_j) / (x_i − x_j).
    private func basis(_ index: Int, of points: [F], at x: F) -> F {
        points.indices.filter { $0 != index }.reduce(1) {
            $0 * (x - points[$1]) * (points[index] - points[$1]).inverse()!
        }
    }

    private struct FixedElements: RandomNumberGenerator {
        private var words: ArraySlice<UInt64>

        init(_ elements: [F]) {
            precondition(elements.allSatisfy { $0.canonicalWords[3] == 0 }, "small elements")
            words = elements.flatMap(\.canonicalWords)[...]
        }

        mutating func next() -> UInt64 { words.removeFirst() }
    }
}

extension LinearCombination<F> {
    fileprivate func coefficient(of wire: Int) -> F {
        terms.first { $0.wire == Wire(wire) }?.coefficient ?? 0
    }
}
