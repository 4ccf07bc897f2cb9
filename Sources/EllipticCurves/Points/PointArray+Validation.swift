package import FiniteFields
import Synchronization

extension PointArray {
    /// Returns the first member that is no point of the curve, or nil: then all coordinates are canonical, and
    /// every point is on the curve or infinity. Whether it is in the group of order r is not checked.
    ///
    /// Three multiplications for each point, in wide products on all cores; where the points of foreign memory
    /// have passed before, nothing.
    public func firstInvalidPoint() -> InvalidPoint? {
        if memory.areValid.load(ordering: .acquiring) { return nil }
        let invalid = withUnsafeBytes { firstInvalid(Curve.self, in: $0, backend: .current) }
        if invalid == nil { memory.areValid.store(true, ordering: .releasing) }
        return invalid
    }

    /// The same, unless the points are those of an array, which are valid.
    package func firstInvalidForeignPoint() -> InvalidPoint? {
        memory.areForeign ? firstInvalidPoint() : nil
    }
}

/// Returns the first of the points in memory, at any address, that is none of the curve, or nil.
@specialized(where C == BN254.G1)
@specialized(where C == BN254.G2)
@specialized(where C == BLS12381.G1)
@specialized(where C == BLS12381.G2)
package func firstInvalid<C: ShortWeierstrassCurve>(
    _ curve: C.Type, in bytes: UnsafeRawBufferPointer, backend: FieldBackend
) -> InvalidPoint? {
    let size = PointArray<C>.pointSize
    // A part takes long enough to be worth a thread, and few enough are left over at the end.
    let part = 2048 * size
    let count = (bytes.count + part - 1) / part
    return withUnsafeTemporaryAllocation(of: InvalidPoint?.self, capacity: count) { results in
        forEachIndex(below: count, concurrently: true) { number in
            let start = number * part
            let range = start..<min(bytes.count, start + part)
            let check = CurveCheck<C>(backend: backend)
            var invalid = check.firstInvalidPoint(in: UnsafeRawBufferPointer(rebasing: bytes[range]))
            check.deallocate()
            invalid?.index += start / size
            results.initializeElement(at: number, to: invalid)
        }
        return results.lazy.compactMap { $0 }.first
    }
}

/// The curve's equation on a strip of points at a time.
private struct CurveCheck<Curve: ShortWeierstrassCurve> {
    private typealias Vector = Curve.BaseField.Vector

    /// What stays in the first-level cache.
    private static var stripBlocks: Int { 8 }
    private static var stripCount: Int { 8 * stripBlocks }

    /// Aligned copies of the points.
    private let points: UnsafeMutablePointer<AffinePoint<Curve>>
    private let differences: UnsafeMutablePointer<Curve.BaseField>
    private let x: Vector
    private let y: Vector
    private let square: Vector

    init(backend: FieldBackend) {
        points = .allocate(capacity: Self.stripCount)
        points.initialize(repeating: .infinity, count: Self.stripCount)
        differences = .allocate(capacity: Self.stripCount)
        differences.initialize(repeating: .zero, count: Self.stripCount)
        x = Vector(blocks: Self.stripBlocks, backend: backend)
        y = Vector(blocks: Self.stripBlocks, backend: backend)
        square = Vector(blocks: Self.stripBlocks, backend: backend)
    }

    func deallocate() {
        points.deallocate()
        differences.deallocate()
        for vector in [x, y, square] { vector.deallocate() }
    }

    func firstInvalidPoint(in bytes: UnsafeRawBufferPointer) -> InvalidPoint? {
        let size = MemoryLayout<AffinePoint<Curve>>.stride
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + Self.stripCount * size)
            let strip = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
            if var invalid = firstInvalidPoint(ofStrip: strip, count: strip.count / size) {
                invalid.index += start / size
                return invalid
            }
            start = end
        }
        return nil
    }

    @inline(__always)
    private func firstInvalidPoint(ofStrip bytes: UnsafeRawBufferPointer, count: Int) -> InvalidPoint? {
        UnsafeMutableRawBufferPointer(start: points, count: bytes.count).copyMemory(from: bytes)
        // Array operations take values below p only, so they stop before the first that is not.
        let canonicalCount = (0..<count).first { !hasCanonicalCoordinates($0) } ?? count
        let blocks = (canonicalCount + 7) / 8
        for index in canonicalCount..<8 * blocks { points[index] = .infinity }

        // y² − x³, which is b on the curve.
        let stride = MemoryLayout<AffinePoint<Curve>>.stride
        let coordinates = UnsafeRawPointer(points)
        x.load(from: coordinates, stride: stride, blocks: blocks)
        y.load(from: coordinates + MemoryLayout<Curve.BaseField>.stride, stride: stride, blocks: blocks)
        square.setSquare(x, blocks: blocks)
        x.setProduct(square, x, blocks: blocks)
        square.setSquare(y, blocks: blocks)
        y.setDifference(square, x, blocks: blocks)
        y.store(to: differences, stride: MemoryLayout<Curve.BaseField>.stride, blocks: blocks)
        let b = Curve.b
        for index in 0..<canonicalCount where differences[index] != b && !points[index].isInfinity {
            return InvalidPoint(.notOnCurve, at: index)
        }
        return canonicalCount < count ? InvalidPoint(.notCanonical, at: canonicalCount) : nil
    }

    @inline(__always)
    private func hasCanonicalCoordinates(_ index: Int) -> Bool {
        points[index].x.isCanonical && points[index].y.isCanonical
    }
}
