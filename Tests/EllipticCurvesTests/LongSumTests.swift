import EllipticCurves
import FiniteFields
import TestSupport
import Testing

/// Points are known multiples of the generator, so that the naive sum is one product: (Σ scalar · multiple) G.
@Suite("Long sums of multiples")
struct LongSumTests {
    static let backends = FieldBackend.allCases.filter(\.isSupported)

    /// The longest take several slices and blocks.
    @Test("Every kind of points and of scalars", arguments: [1000, 1 << 14])
    func kinds(count: Int) {
        expectAllKinds(BN254.G1.self, count: count)
        expectAllKinds(BN254.G2.self, count: count)
        expectAllKinds(BLS12381.G1.self, count: count)
        expectAllKinds(BLS12381.G2.self, count: count)
    }

    private func expectAllKinds<C: ShortWeierstrassCurve>(_ curve: C.Type, count: Int) {
        var generator = SeededGenerator(seed: 50)
        let multiples = (0..<count).map { _ in Int(generator.next() % UInt64(count)) }
        let scalarSets = C.ScalarField.sampleScalars(count: count, using: &generator)
        let points = firstMultiples(curve, count: count)

        // The longest are slow: they leave out the special scalars, and meet each kind of points once.
        let isLong = count > 1000
        for set in scalarSets.indices where !(isLong && set == 7) {
            expectSum(curve, points, Array(0..<count), scalarSets[set])
        }
        // All equal; opposite neighbours; drawn from all, with opposite ones and infinity in between.
        let kinds: [[Int]] = [
            Array(repeating: 5, count: count),
            (0..<count).map { $0 % 2 == 0 ? 5 : -5 },
            (0..<count).map { [multiples[$0], 0, 5, -5, -multiples[$0 / 2]][$0 % 5] },
        ]
        for (kind, multiples) in kinds.enumerated() {
            // Random, all equal, all r − 1, mostly small.
            for set in isLong ? [[0], [1], [4, 8]][kind] : [0, 1, 4, 8] {
                expectSum(curve, points, multiples, scalarSets[set])
            }
        }
    }

    /// Points that meet in a bucket, next to each other, a few of which are exceptional: equal ones, opposite
    /// ones, pairs whose sum is the opposite of the next pair's or equal to it, and infinity.
    @Test("Exceptional pairs among many ordinary ones")
    func exceptionalPairs() {
        expectExceptionalPairs(BN254.G1.self)
        expectExceptionalPairs(BN254.G2.self)
        expectExceptionalPairs(BLS12381.G1.self)
        expectExceptionalPairs(BLS12381.G2.self)
    }

    private func expectExceptionalPairs<C: ShortWeierstrassCurve>(_ curve: C.Type) {
        let count = 600
        var generator = SeededGenerator(seed: 51)
        let points = firstMultiples(curve, count: 1 << 14)
        for exception in 0..<5 {
            var multiples = (0..<count).map { _ in Int(generator.next() % (1 << 14)) }
            for place in [0, 2, 100, 301, 598] {
                switch exception {
                case 0: multiples[place + 1] = multiples[place]
                case 1: multiples[place + 1] = -multiples[place]
                case 2 where place < 590:
                    multiples[place + 2] = -multiples[place]
                    multiples[place + 3] = -multiples[place + 1]
                case 3 where place < 590:
                    multiples[place + 2] = multiples[place + 1]
                    multiples[place + 3] = multiples[place]
                case 4: multiples[place] = 0
                default: break
                }
            }
            for scalar: C.ScalarField in [1, 5, -3] {
                expectSum(curve, points, multiples, Array(repeating: scalar, count: count))
            }
        }
    }

    /// Returns 0 G, 1 G, 2 G, …
    private func firstMultiples<C: ShortWeierstrassCurve>(_ curve: C.Type, count: Int) -> [AffinePoint<C>] {
        var points: [JacobianPoint<C>] = []
        var point = JacobianPoint<C>.infinity
        for _ in 0..<count {
            points.append(point)
            point += C.generator
        }
        return JacobianPoint.batchAffine(points)
    }

    /// - Parameters:
    ///   - generated: multiples 0, 1, 2, … of the generator.
    ///   - multiples: which ones to take; the negatives of those below zero.
    private func expectSum<C: ShortWeierstrassCurve>(
        _ curve: C.Type, _ generated: [AffinePoint<C>], _ multiples: [Int], _ scalars: [C.ScalarField]
    ) {
        let points = multiples.map { $0 < 0 ? -generated[-$0] : generated[$0] }
        let sum = zip(multiples, scalars).reduce(C.ScalarField.zero) { $0 + C.ScalarField($1.0) * $1.1 }
        let expected = C.generator.multiplied(by: sum)
        for backend in Self.backends {
            let result = points.withUnsafeBufferPointer { points in
                scalars.withUnsafeBufferPointer { multiScalarMultiply(points, $0, backend: backend) }
            }
            #expect(result == expected, "\(C.self) by the \(backend.name) backend")
        }
    }
}
