import FiniteFields

/// Additions of points that are neither equal nor opposite nor infinity, by array operations.
struct PointLanes<Curve: ShortWeierstrassCurve> {
    private typealias Vector = Curve.BaseField.Vector

    /// From how many pairs on it is faster than one by one.
    static var worthwhileCount: Int { 32 }
    /// What is done in one go, so that it stays in the first-level cache.
    private static var stripBlocks: Int { 8 }

    private let denominators: Vector
    private let inverses: Vector
    private let inversionScratch: Vector
    private let x1: Vector
    private let y1: Vector
    private let x2: Vector
    private let y2: Vector
    private let slope: Vector

    init(pairCapacity: Int, backend: FieldBackend) {
        // One more than needed, as inversion wants it.
        let blocks = (pairCapacity + 7) / 8 + 1
        denominators = Vector(blocks: blocks, backend: backend)
        inverses = Vector(blocks: blocks, backend: backend)
        inversionScratch = Vector(blocks: Vector.inversionScratch(blocks), backend: backend)
        x1 = Vector(blocks: blocks, backend: backend)
        y1 = Vector(blocks: Self.stripBlocks, backend: backend)
        x2 = Vector(blocks: blocks, backend: backend)
        y2 = Vector(blocks: Self.stripBlocks, backend: backend)
        slope = Vector(blocks: Self.stripBlocks, backend: backend)
    }

    func deallocate() {
        for vector in [denominators, inverses, inversionScratch, x1, y1, x2, y2, slope] {
            vector.deallocate()
        }
    }

    /// Writes sums of two points each, or returns false if two of these have the same x.
    ///
    /// - Precondition: no point is infinity. Equal targets have equal sums.
    func add(
        _ points: UnsafePointer<AffinePoint<Curve>>, _ lefts: UnsafePointer<PointReference>,
        _ rights: UnsafePointer<PointReference>, blocks: Int,
        into sums: UnsafeMutablePointer<AffinePoint<Curve>>, at targets: UnsafePointer<UInt32>
    ) -> Bool {
        let stride = MemoryLayout<AffinePoint<Curve>>.stride
        let x = UnsafeRawPointer(points)
        let y = x + MemoryLayout<Curve.BaseField>.stride
        let lefts = UnsafeRawPointer(lefts).assumingMemoryBound(to: UInt32.self)
        let rights = UnsafeRawPointer(rights).assumingMemoryBound(to: UInt32.self)

        forEachStrip(blocks) { strip, count in
            let (x1, x2) = (x1.advanced(byBlocks: strip), x2.advanced(byBlocks: strip))
            x1.gather(from: x, stride: stride, at: lefts + 8 * strip, blocks: count)
            x2.gather(from: x, stride: stride, at: rights + 8 * strip, blocks: count)
            denominators.advanced(byBlocks: strip).setDifference(x2, x1, blocks: count)
        }
        guard inverses.setInverses(denominators, blocks: blocks, scratch: inversionScratch) else {
            return false
        }
        forEachStrip(blocks) { strip, count in
            let (x1, x2) = (x1.advanced(byBlocks: strip), x2.advanced(byBlocks: strip))
            let (lefts, rights, targets) = (lefts + 8 * strip, rights + 8 * strip, targets + 8 * strip)
            y1.gatherSigned(from: y, stride: stride, at: lefts, blocks: count)
            y2.gatherSigned(from: y, stride: stride, at: rights, blocks: count)
            slope.setDifference(y2, y1, blocks: count)
            slope.setProduct(slope, inverses.advanced(byBlocks: strip), blocks: count)
            // x₃ = slope² − x₁ − x₂, y₃ = slope (x₁ − x₃) − y₁
            x2.setSum(x2, x1, blocks: count)
            y2.setSquare(slope, blocks: count)
            x2.setDifference(y2, x2, blocks: count)
            x1.setDifference(x1, x2, blocks: count)
            slope.setProduct(slope, x1, blocks: count)
            y2.setDifference(slope, y1, blocks: count)
            x2.scatter(to: sums, stride: stride, at: targets, blocks: count)
            y2.scatter(
                to: UnsafeMutableRawPointer(sums) + MemoryLayout<Curve.BaseField>.stride, stride: stride,
                at: targets, blocks: count)
        }
        return true
    }

    @inline(__always)
    private func forEachStrip(_ blocks: Int, _ body: (_ start: Int, _ count: Int) -> Void) {
        var start = 0
        while start < blocks {
            body(start, min(Self.stripBlocks, blocks - start))
            start += Self.stripBlocks
        }
    }
}
