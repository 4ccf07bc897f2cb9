import EllipticCurves
import FiniteFields
import TestSupport
import Testing

@Suite("Sums of multiples")
struct MultiScalarTests {
    static let backends = FieldBackend.allCases.filter(\.isSupported)

    @Test("G1 against the naive sum", arguments: [0, 1, 2, 3, 7, 8, 9, 31, 32, 33, 1000])
    func g1(count: Int) {
        expectNaiveSums(BN254.G1.self, count: count)
        expectNaiveSums(BLS12381.G1.self, count: count)
    }

    @Test("G2 against the naive sum", arguments: [0, 1, 2, 3, 7, 8, 9, 31, 32, 33, 100])
    func g2(count: Int) {
        expectNaiveSums(BN254.G2.self, count: count)
        expectNaiveSums(BLS12381.G2.self, count: count)
    }

    /// Compares all mixtures of points and scalars that could meet an exceptional case.
    private func expectNaiveSums<C: ShortWeierstrassCurve>(_ curve: C.Type, count: Int) {
        var generator = SeededGenerator(seed: UInt64(40 + count))
        for (number, points) in pointSets(curve, count: count, using: &generator).enumerated() {
            let scalarSets = C.ScalarField.sampleScalars(count: count, using: &generator)
            // The naive sum is slow: long ones meet every set of points and every set of scalars once.
            for scalars in count < 100 || number == 0 ? scalarSets : [scalarSets[number * 2 - 1]] {
                let expected = zip(points, scalars).reduce(JacobianPoint<C>.infinity) { sum, term in
                    sum + term.0.multiplied(by: term.1)
                }
                for backend in Self.backends { #expect(sum(points, scalars, backend) == expected) }
            }
        }
    }

    private func sum<C: ShortWeierstrassCurve>(
        _ points: [AffinePoint<C>], _ scalars: [C.ScalarField], _ backend: FieldBackend
    ) -> JacobianPoint<C> {
        points.withUnsafeBufferPointer { points in
            scalars.withUnsafeBufferPointer { multiScalarMultiply(points, $0, backend: backend) }
        }
    }

    private func pointSets<C: ShortWeierstrassCurve>(
        _ curve: C.Type, count: Int, using generator: inout SeededGenerator
    ) -> [[AffinePoint<C>]] {
        let random = randomPoints(curve, count: count, using: &generator)
        let one = C.generator.multiplied(by: .random(using: &generator)).affine
        return [
            random,
            Array(repeating: one, count: count),
            // Opposite neighbours; one point often, infinity in between.
            (0..<count).map { $0 % 2 == 0 ? one : -one },
            (0..<count).map { [random[$0], .infinity, one, -one, -random[$0 / 2]][$0 % 5] },
            Array(repeating: .infinity, count: count),
        ]
    }

    private func randomPoints<C: ShortWeierstrassCurve>(
        _ curve: C.Type, count: Int, using generator: inout SeededGenerator
    ) -> [AffinePoint<C>] {
        // An arithmetic progression with random ends: distinct and quick.
        let step = C.generator.multiplied(by: .random(using: &generator)).affine
        var point = C.generator.multiplied(by: .random(using: &generator))
        var points: [JacobianPoint<C>] = []
        for _ in 0..<count {
            points.append(point)
            point += step
        }
        return JacobianPoint.batchAffine(points)
    }

    @Test("Every power of two and its neighbours, at every digit's border")
    func powersOfTwo() {
        expectPowersOfTwo(BN254.G1.self)
        expectPowersOfTwo(BLS12381.G1.self)
    }

    private func expectPowersOfTwo<C: ShortWeierstrassCurve>(_ curve: C.Type) {
        var scalars: [C.ScalarField] = []
        var power = C.ScalarField.one
        for _ in 0..<260 {
            scalars += [power, power - 1, power + 1, -power]
            power = power.doubled()
        }
        let g = C.generator
        for scalar in scalars {
            // Alone, and as the only term of a sum that is long enough for buckets.
            let product = g.multiplied(by: scalar)
            #expect(multiScalarMultiply([g], [scalar]) == product)
            let padded = [scalar] + Array(repeating: 0, count: 15)
            #expect(multiScalarMultiply(Array(repeating: g, count: 16), padded) == product)
        }
        let sum = scalars.reduce(0, +)
        #expect(multiScalarMultiply(scalars.map { _ in g }, scalars) == g.multiplied(by: sum))
    }

    @Test("Fixed bases against single products", arguments: [1, 100, 100_000])
    func fixedBase(expectedCount: Int) {
        expectFixedBase(BN254.G1.self, expectedCount: expectedCount)
        if expectedCount > 1000 { return }
        expectFixedBase(BN254.G2.self, expectedCount: expectedCount)
        expectFixedBase(BLS12381.G1.self, expectedCount: expectedCount)
        expectFixedBase(BLS12381.G2.self, expectedCount: expectedCount)
    }

    private func expectFixedBase<C: ShortWeierstrassCurve>(_ curve: C.Type, expectedCount: Int) {
        var generator = SeededGenerator(seed: 60)
        let base = C.generator.multiplied(by: .random(using: &generator)).affine
        let table = FixedBaseTable(base, expectedCount: expectedCount)
        #expect(table.multiply([]).isEmpty)
        let sets = C.ScalarField.sampleScalars(count: 48, using: &generator)
        let scalars = sets.flatMap { $0 }
        #expect(table.multiply(scalars) == scalars.map { base.multiplied(by: $0).affine })
        let infinity = FixedBaseTable(AffinePoint<C>.infinity, expectedCount: 1)
        #expect(infinity.multiply([0, 5, -1]) == [.infinity, .infinity, .infinity])
    }

    @Test("A fixed base over more than one block")
    func fixedBaseBlocks() {
        let table = FixedBaseTable(BN254.G1.generator, expectedCount: 5000)
        let products = table.multiply((0..<5000).map { BN254.ScalarField($0) - 2500 })
        var point = BN254.G1.generator.multiplied(by: -2500)
        var expected: [JacobianPoint<BN254.G1>] = []
        for _ in 0..<5000 {
            expected.append(point)
            point += BN254.G1.generator
        }
        #expect(products == JacobianPoint.batchAffine(expected))
    }

    /// A report between two of them, and one at the end.
    @Test("A fixed base over parts with a report each")
    func fixedBaseReports() {
        let part = 1 << 17
        let table = FixedBaseTable(BN254.G1.generator, expectedCount: 10)
        var scalars = [BN254.ScalarField](repeating: 0, count: 2 * part + 3)
        let places = [0, 1, part - 1, part, part + 1, 2 * part - 1, 2 * part, 2 * part + 2]
        for place in places { scalars[place] = BN254.ScalarField(UInt64(place) + 1) }
        var reports: [Int] = []
        let products = scalars.withUnsafeBufferPointer { table.multiply($0) { reports.append($0) } }
        #expect(reports == [part, 2 * part, 2 * part + 3])
        #expect(products.count == scalars.count)
        #expect(products.count { !$0.isInfinity } == places.count)
        for place in places {
            #expect(products[place] == BN254.G1.generator.multiplied(by: scalars[place]).affine)
        }
        #expect(products == table.multiply(scalars))
    }
}
