import EllipticCurves
import FiniteFields
import TestSupport
import Testing

/// The cases that the parts of a sum treat differently: places, buckets, runs and their lanes.
@Suite("Sums of multiples in parts")
struct MultiScalarSumTests {
    private func random(
        _ count: Int, upTo bound: Int, using generator: inout SeededGenerator
    ) -> [Int] {
        (0..<count).map { _ in Int(generator.next() % UInt64(2 * bound + 1)) - bound }
    }

    // MARK: Points

    @Test("Points at any address", arguments: [1, 4, 33])
    func addresses(offset: Int) {
        expectSums(BN254.G1.self, offset)
        expectSums(BN254.G2.self, offset)
        expectSums(BLS12381.G1.self, offset)
        expectSums(BLS12381.G2.self, offset)
    }

    private func expectSums<C: ShortWeierstrassCurve>(_ curve: C.Type, _ offset: Int) {
        var generator = SeededGenerator(seed: 80)
        let sum = PlacedSum<C>(upTo: 200)
        let scalars = (0..<300).map { _ in C.ScalarField.random(using: &generator) }
        // Equal ones, opposite ones and infinity among them; then ordinary runs only; then equal ones only.
        sum.expect(random(300, upTo: 200, using: &generator), scalars, windowParts: 2, offset: offset)
        sum.expect(Array(1...200), Array(repeating: 1, count: 200), offset: offset)
        sum.expect(Array(repeating: 9, count: 200), Array(repeating: 3, count: 200), offset: offset)
    }

    @Test("Fewer points than scalars", arguments: [0, 1, 63, 64, 65, 127, 128, 399, 400])
    func places(start: Int) {
        let (count, sum) = (400, PlacedSum<BN254.G1>(upTo: 1000))
        var generator = SeededGenerator(seed: 81)
        let scalars = (0..<count).map { _ in BN254.ScalarField.random(using: &generator) }
        let points = random(count - start, upTo: 1000, using: &generator)
        sum.expect(points, startingAt: start, scalars)
        sum.expect(points.map { $0 % 3 == 0 ? 0 : $0 }, startingAt: start, scalars, windowParts: 2)
        sum.expect(points.map { _ in 0 }, startingAt: start, scalars, windowParts: 2)
        // All that take part are zero.
        let zeros = scalars.indices.map { $0 < start ? scalars[$0] : 0 }
        sum.expect(points, startingAt: start, zeros)
    }

    /// From a quarter on, all digits are sorted once; of fewer points their own are.
    @Test("About a quarter of the points are finite", arguments: [0, 1, 98, 99, 100, 101, 102])
    func ownDigits(finiteCount: Int) {
        let (count, sum) = (400, PlacedSum<BN254.G1>(upTo: 1000))
        var generator = SeededGenerator(seed: 82)
        let random = (0..<count).map { _ in BN254.ScalarField.random(using: &generator) }
        let multiples = (0..<count).map { $0 % 3 == 1 && $0 / 3 < finiteCount ? $0 + 1 : 0 }
        for parts in [1, 2, 4] {
            sum.expect(multiples, random, windowParts: parts)
            sum.expect(multiples, (0..<count).map { $0 % 2 }, windowParts: parts)
            // The points that take part are those whose scalars are zero.
            sum.expect(multiples, random.indices.map { $0 % 3 == 1 ? 0 : random[$0] }, windowParts: parts)
        }
        sum.expect(Array(multiples[50...]), startingAt: 50, random, windowParts: 2)
    }

    // MARK: Scalars

    @Test func emptySums() {
        let sum = PlacedSum<BN254.G1>(upTo: 100)
        for parts in [1, 2, 64] {
            sum.expect([], [Int](), windowParts: parts)
            sum.expect(Array(1...100), Array(repeating: 0, count: 100), windowParts: parts)
            sum.expect(Array(repeating: 0, count: 100), Array(1...100), windowParts: parts)
            sum.expect([], startingAt: 100, Array(1...100), windowParts: parts)
            sum.expect([7], [1], windowParts: parts)
        }
        sum.expectProduct(Array(repeating: 7, count: 1 << 14), Array(repeating: 0, count: 1 << 14))
        let digits = [BN254.ScalarField]().withUnsafeBufferPointer { SortedDigits($0) }
        let empty = [AffinePoint<BN254.G1>]().withUnsafeBufferPointer { points in
            [BN254.ScalarField]().withUnsafeBufferPointer {
                MultiScalarSum(points, $0, digits, windowParts: 2)
            }
        }
        #expect(empty.partCount == 0)
        computeConcurrently([])
        computeConcurrently([empty, empty])
    }

    /// For a window of any width there is a scalar of which all digits are the greatest or the least, or next
    /// to these.
    @Test("Digits at the borders of windows", arguments: [16, 100, 3000])
    func borderDigits(count: Int) {
        expectBorderDigits(BN254.G1.self, count)
        expectBorderDigits(BLS12381.G1.self, count)
    }

    private func expectBorderDigits<C: ShortWeierstrassCurve>(_ curve: C.Type, _ count: Int) {
        let sum = PlacedSum<C>(upTo: count)
        var scalars: [C.ScalarField] = []
        for width in 2...15 {
            let base = C.ScalarField(1 << width)
            for digit in [1 << (width - 1), 1 << (width - 1) - 1, 1 << (width - 1) + 1, 1 << width - 1] {
                let windows = 250 / width
                let scalar = (0..<windows).reduce(C.ScalarField.zero) { value, _ in
                    value * base + C.ScalarField(digit)
                }
                scalars += [scalar, -scalar]
            }
        }
        let all = (0..<count).map { scalars[$0 % scalars.count] }
        for parts in count > 1000 ? [2] : [1, 2, 4] { sum.expect(Array(1...count), all, windowParts: parts) }
        // Scalars of one digit.
        for width in 2...15 {
            let small = [1 << (width - 1), 1 << (width - 1) - 1, -(1 << (width - 1)), 1]
            sum.expect(Array(1...count), (0..<count).map { small[$0 % 4] }, windowParts: 2)
        }
    }

    @Test("Bits, where sums fall into parts", arguments: [1 << 14 - 1, 1 << 14, 1 << 14 + 1])
    func bits(count: Int) {
        expectBits(BN254.G1.self, count)
        expectBits(BN254.G2.self, count)
        expectBits(BLS12381.G1.self, count)
    }

    private func expectBits<C: ShortWeierstrassCurve>(_ curve: C.Type, _ count: Int) {
        let sum = PlacedSum<C>(upTo: count)
        var generator = SeededGenerator(seed: 83)
        let bits = (0..<count).map { _ in Int(generator.next() % 2) }
        sum.expectProduct((0..<count).map { $0 % 100 == 99 ? 0 : $0 + 1 }, bits)
        // The last part of eight cancels.
        let half = count - count / 16
        sum.expectProduct(
            (0..<count).map { $0 < half ? $0 + 1 : half - $0 - 1 }, (0..<count).map { _ in 1 })
        sum.expectProduct(Array(1...count), bits.map { -$0 })
    }

    // MARK: Buckets

    @Test("Buckets that cancel, or are equal or opposite")
    func buckets() {
        expectBuckets(BN254.G1.self)
        expectBuckets(BN254.G2.self)
        expectBuckets(BLS12381.G1.self)
        expectBuckets(BLS12381.G2.self)
    }

    private func expectBuckets<C: ShortWeierstrassCurve>(_ curve: C.Type) {
        let sum = PlacedSum<C>(upTo: 600)
        let digits = (0..<200).map { 1 + $0 / 2 }
        for parts in [1, 2, 4, 1 << 14] {
            // All, or every third, cancel.
            sum.expect((0..<200).map { $0 % 2 == 0 ? 7 + $0 : -6 - $0 }, digits, windowParts: parts)
            sum.expect(
                (0..<200).map { $0 % 2 == 0 || $0 / 2 % 3 > 0 ? 7 + $0 : -6 - $0 }, digits,
                windowParts: parts)
            // All are equal; neighbours are opposite; the upper half is the opposite of the lower one.
            sum.expect((0..<200).map { $0 % 2 == 0 ? 300 + $0 : 100 - $0 }, digits, windowParts: parts)
            sum.expect(
                (0..<200).map { ($0 % 2 == 0 ? 300 + $0 : 100 - $0) * ($0 / 2 % 2 == 0 ? 1 : -1) }, digits,
                windowParts: parts)
            sum.expect((0..<200).map { $0 < 100 ? 5 : -5 }, digits, windowParts: parts)
        }
    }

    @Test(
        "Runs at the length where they are cut up", arguments: [127, 128, 129, 255, 256, 257, 16384, 16385])
    func longRuns(count: Int) {
        let sum = PlacedSum<BN254.G1>(upTo: count)
        let ones = Array(repeating: 1, count: count)
        sum.expect(Array(1...count), ones)
        sum.expect((1...count).map { $0 % 2 == 0 ? $0 : -$0 }, ones)
        // Parts whose sums cancel.
        sum.expect((0..<count).map { $0 / 128 % 2 == 0 ? $0 % 128 + 1 : -1 - $0 % 128 }, ones)
        sum.expect(Array(repeating: 1, count: count), ones)
        // A long run, an empty one, and short ones.
        sum.expect(Array(1...count), (0..<count).map { $0 < 20 ? $0 : 1 }, windowParts: 2)
        if count > 1000 { return }
        PlacedSum<BLS12381.G2>(upTo: count).expect(Array(1...count), ones)
    }

    // MARK: Lanes

    /// One of twelve runs, which fill two blocks of lanes, has four points of which a + b = ±(c + d): only
    /// pairs of pairs are exceptional. Whichever points a round adds, some order of these meets them.
    @Test("One exceptional lane, in the second round or later", arguments: [4, 5, 7, 9, 16, 17])
    func laterRounds(length: Int) {
        expectLaterRounds(BN254.G1.self, length)
        expectLaterRounds(BN254.G2.self, length)
        expectLaterRounds(BLS12381.G1.self, length)
        expectLaterRounds(BLS12381.G2.self, length)
    }

    private func expectLaterRounds<C: ShortWeierstrassCurve>(_ curve: C.Type, _ length: Int) {
        var generator = SeededGenerator(seed: UInt64(84 + length))
        let sum = PlacedSum<C>(upTo: 1 << 12)
        let runs = 12
        let scalars = (0..<runs * length).map { 1 + $0 / length }
        let half = (length + 1) / 2
        for number in 0..<24 {
            var multiples = (0..<runs * length).map { _ in 1 + Int(generator.next() % 1000) }
            let run = [0, 7, 8, 11][number % 4]
            // Two from the lower half of the rows with their partners, or any four.
            let low = Int(generator.next() % UInt64(length / 2))
            let other = (low + 1 + Int(generator.next() % UInt64(length / 2 - 1))) % (length / 2)
            var rows = [low, low + half, other, other + half]
            if number >= 12 { rows = Array((0..<length).shuffled(using: &generator)[..<4]) }
            let places = rows.map { run * length + $0 }
            let (a, b, c) = (multiples[places[0]], multiples[places[1]], multiples[places[2]])
            multiples[places[3]] = number % 2 == 0 ? a + b - c : -a - b - c
            sum.expect(multiples, scalars)
        }
    }
}
