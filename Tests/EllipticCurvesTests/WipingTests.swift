#if os(Linux)
import EllipticCurves
import FiniteFields
import Testing

/// Scalars may be a witness. What a sum makes of them names the points that each digit takes: whoever finds
/// these numbers in memory afterwards knows the digits.
@Suite("What sums leave in memory")
struct WipingTests {
    private typealias Curve = BN254.G1

    private static let count = 6000

    private static func isMember(_ index: Int) -> Bool {
        (UInt64(index) &* 0x9e37_79b9_7f4a_7c15) >> 62 == 1
    }

    @Test("A list of numbers is found while it is there, and not after it was wiped")
    func control() throws {
        let numbers = HiddenNumbers((0..<Self.count).filter { $0 % 7 == 3 || $0 % 11 == 5 })
        let copy = UnsafeMutablePointer<UInt32>.allocate(capacity: numbers.count)
        for index in 0..<numbers.count { (copy + index).initialize(to: numbers[index]) }
        let isFound = try MemoryScan.finds(numbers)
        #expect(isFound)
        copy.wipeAndDeallocate(count: numbers.count)
        let isStillFound = try MemoryScan.finds(numbers)
        #expect(!isStillFound)
    }

    @Test("No places of scalars, in any order that sums bring them into", arguments: LongSumTests.backends)
    func places(_ backend: FieldBackend) throws {
        var multiple = JacobianPoint(Curve.generator)
        // A third of the points is infinity, so that the others are picked out.
        let points = (0..<Self.count).map { index in
            defer { multiple += Curve.generator }
            return index % 3 == 0 ? AffinePoint<Curve>.infinity : multiple.affine
        }
        let scalars = (0..<Self.count).map { Self.isMember($0) ? Curve.ScalarField(3) : .zero }
        let sum = points.withUnsafeBufferPointer { points in
            scalars.withUnsafeBufferPointer { multiScalarMultiply(points, $0, backend: backend) }
        }
        #expect(!sum.isInfinity)

        let members = (0..<Self.count).filter(Self.isMember)
        let all = HiddenNumbers(members)
        let finite = HiddenNumbers(members.filter { $0 % 3 != 0 })
        let isAllFound = try MemoryScan.finds(all)
        #expect(!isAllFound, "the order of the scalars")
        let isFiniteFound = try MemoryScan.finds(finite)
        #expect(!isFiniteFound, "the points of a bucket")
        let isLaneFound = try MemoryScan.finds(finite, stride: 128)
        #expect(!isLaneFound, "the points in lanes")
    }
}
#endif
