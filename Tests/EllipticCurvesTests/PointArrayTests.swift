import EllipticCurves
import FiniteFields
import TestSupport
import Testing

@Suite("Lists of points in memory that somebody else keeps")
struct PointArrayTests {
    /// Memory for bytes at an address that is `offset` more than an aligned one.
    private final class Memory: Sendable {
        nonisolated(unsafe) let all: UnsafeMutableRawBufferPointer
        let offset: Int
        var bytes: UnsafeMutableRawBufferPointer { .init(rebasing: all[offset...]) }

        init(_ bytes: [UInt8], offset: Int) {
            self.offset = offset
            all = .allocate(byteCount: bytes.count + offset, alignment: 64)
            UnsafeMutableRawBufferPointer(rebasing: all[offset...]).copyBytes(from: bytes)
        }

        deinit { all.deallocate() }

        func points<C: ShortWeierstrassCurve>(of curve: C.Type) -> PointArray<C> {
            PointArray(unvalidated: UnsafeRawBufferPointer(bytes), ownedBy: self)
        }
    }

    private func points<C: ShortWeierstrassCurve>(_ curve: C.Type, count: Int) -> [AffinePoint<C>] {
        var multiple = JacobianPoint<C>.infinity
        return JacobianPoint.batchAffine(
            (0..<count).map { index in
                multiple += C.generator
                return index % 7 == 3 ? .infinity : multiple
            })
    }

    private func bytes<C: ShortWeierstrassCurve>(_ points: [AffinePoint<C>]) -> [UInt8] {
        points.flatMap { $0.x.montgomeryLittleEndianBytes + $0.y.montgomeryLittleEndianBytes }
    }

    @Test(arguments: [0, 1, 4, 8])
    func foreignPointsAreThoseOfAnArray(offset: Int) {
        expectEquality(BN254.G1.self, offset)
        expectEquality(BN254.G2.self, offset)
        expectEquality(BLS12381.G1.self, offset)
        expectEquality(BLS12381.G2.self, offset)
    }

    private func expectEquality<C: ShortWeierstrassCurve>(_ curve: C.Type, _ offset: Int) {
        let points = points(C.self, count: 21)
        let array = PointArray(points)
        let foreign = Memory(bytes(points), offset: offset).points(of: C.self)
        #expect(Array(foreign) == points && Array(array) == points)
        #expect(foreign == array && foreign.hashValue == array.hashValue)
        #expect(array.withUnsafeBytes { Array($0) } == bytes(points))
        #expect(foreign.withUnsafeBytes { Array($0) } == bytes(points))
        #expect(foreign.firstInvalidPoint() == nil && array.firstInvalidPoint() == nil)
        #expect(foreign != PointArray(points.dropLast()) && foreign != PointArray(points.reversed()))
        let empty = Memory([], offset: offset).points(of: C.self)
        #expect(empty.isEmpty && empty == PointArray([]) && empty.firstInvalidPoint() == nil)
    }

    @Test func theOwnerLivesAsLongAsTheList() {
        let points = points(BN254.G1.self, count: 3)
        var memory: Memory? = Memory(bytes(points), offset: 4)
        weak let owner = memory
        var list = memory?.points(of: BN254.G1.self)
        memory = nil
        #expect(owner != nil)
        #expect(list.map { Array($0) } == points)
        list = nil
        #expect(owner == nil)
    }

    @Test("The first point that is none is found", arguments: FieldBackend.allCases.filter(\.isSupported))
    func invalidPoints(backend: FieldBackend) {
        expectDetection(BN254.G1.self, backend)
        expectDetection(BN254.G2.self, backend)
        expectDetection(BLS12381.G1.self, backend)
        expectDetection(BLS12381.G2.self, backend)
    }

    private func expectDetection<C: ShortWeierstrassCurve>(_ curve: C.Type, _ backend: FieldBackend) {
        // Longer than what one thread checks.
        let valid = bytes(points(C.self, count: 4100))
        let size = PointArray<C>.pointSize
        func first(_ changes: [(index: Int, flaw: InvalidPoint.Flaw)], offset: Int = 4) -> InvalidPoint? {
            var bytes = valid
            for change in changes {
                let start = change.index * size
                switch change.flaw {
                // The lowest bit of x.
                case .notOnCurve: bytes[start] ^= 1
                // The last coefficient of y becomes its largest integer.
                case .notCanonical: for place in start + size - 8..<start + size { bytes[place] = 0xff }
                }
            }
            let memory = Memory(bytes, offset: offset)
            return withExtendedLifetime(memory) {
                firstInvalid(C.self, in: UnsafeRawBufferPointer(memory.bytes), backend: backend)
            }
        }
        #expect(first([]) == nil)
        for index in [0, 1, 7, 8, 63, 64, 2047, 2048, 4095, 4096, 4099] {
            for flaw in [InvalidPoint.Flaw.notOnCurve, .notCanonical] {
                #expect(first([(index, flaw)]) == InvalidPoint(flaw, at: index))
            }
        }
        #expect(first([(70, .notOnCurve), (65, .notCanonical)]) == InvalidPoint(.notCanonical, at: 65))
        #expect(first([(70, .notCanonical), (65, .notOnCurve)]) == InvalidPoint(.notOnCurve, at: 65))
        #expect(
            first([(4099, .notOnCurve), (2050, .notCanonical), (2049, .notOnCurve)], offset: 0)
                == InvalidPoint(.notOnCurve, at: 2049))
    }

    /// p itself is the least number that is no coordinate; p − 1 is one.
    @Test func theBoundIsTheModulus() {
        let modulus = BN254.BaseField.modulusWords.flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) }
        }
        var less = modulus
        less[0] -= 1
        let zero = [UInt8](repeating: 0, count: 32)
        func flaw(_ bytes: [UInt8]) -> InvalidPoint? {
            Memory(bytes, offset: 4).points(of: BN254.G1.self).firstInvalidPoint()
        }
        #expect(flaw(zero + zero) == nil)
        #expect(flaw(modulus + zero) == InvalidPoint(.notCanonical, at: 0))
        #expect(flaw(zero + modulus) == InvalidPoint(.notCanonical, at: 0))
        #expect(flaw(less + less) == InvalidPoint(.notOnCurve, at: 0))
    }
}
