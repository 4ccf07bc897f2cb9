/// An array of elements of F_p²: an array of each coefficient.
///
/// Products and squares need the top two bits of p to be clear, as those of `Fp2` do.
@frozen
public struct Fp2Vector<Parameters: TowerParameters>: FieldVector {
    public typealias Element = Fp2<Parameters>
    @usableFromInline typealias Coefficients = FpVector<Parameters.Base>

    @usableFromInline let c0: Coefficients
    @usableFromInline let c1: Coefficients
    /// Three strips for what stands between the steps of a multiple. All parts of the array share it: only one
    /// thread may compute into them.
    @usableFromInline let scratch: Coefficients

    @inlinable @inline(__always)
    static var stripBlocks: Int { 8 }

    @inlinable
    init(c0: Coefficients, c1: Coefficients, scratch: Coefficients) {
        self.c0 = c0
        self.c1 = c1
        self.scratch = scratch
    }

    @inlinable
    public init(blocks: Int, backend: FieldBackend) {
        self.init(
            c0: Coefficients(blocks: blocks, backend: backend),
            c1: Coefficients(blocks: blocks, backend: backend),
            scratch: Coefficients(blocks: 3 * Self.stripBlocks, backend: backend))
    }

    @inlinable
    public func deallocate() {
        c0.deallocate()
        c1.deallocate()
        scratch.deallocate()
    }

    @inlinable
    public func wipe(blocks: Int) {
        c0.wipe(blocks: blocks)
        c1.wipe(blocks: blocks)
        scratch.wipe(blocks: 3 * Self.stripBlocks)
    }

    @inlinable @inline(__always)
    public func advanced(byBlocks blocks: Int) -> Self {
        Self(c0: c0.advanced(byBlocks: blocks), c1: c1.advanced(byBlocks: blocks), scratch: scratch)
    }

    /// The bytes of a coefficient.
    @inlinable @inline(__always)
    static var coefficientSize: Int { MemoryLayout<Fp<Parameters.Base>>.stride }

    @inlinable
    public func load(from elements: UnsafeRawPointer, stride: Int, blocks: Int) {
        c0.load(from: elements, stride: stride, blocks: blocks)
        c1.load(from: elements + Self.coefficientSize, stride: stride, blocks: blocks)
    }

    @inlinable
    public func store(to elements: UnsafeMutableRawPointer, stride: Int, blocks: Int) {
        c0.store(to: elements, stride: stride, blocks: blocks)
        c1.store(to: elements + Self.coefficientSize, stride: stride, blocks: blocks)
    }

    @inlinable
    public func gather(
        from elements: UnsafeRawPointer, stride: Int, at indices: UnsafePointer<UInt32>, blocks: Int
    ) {
        c0.gather(from: elements, stride: stride, at: indices, blocks: blocks)
        c1.gather(from: elements + Self.coefficientSize, stride: stride, at: indices, blocks: blocks)
    }

    @inlinable
    public func gatherSigned(
        from elements: UnsafeRawPointer, stride: Int, at indices: UnsafePointer<UInt32>, blocks: Int
    ) {
        c0.gatherSigned(from: elements, stride: stride, at: indices, blocks: blocks)
        c1.gatherSigned(from: elements + Self.coefficientSize, stride: stride, at: indices, blocks: blocks)
    }

    @inlinable
    public func scatter(
        to elements: UnsafeMutableRawPointer, stride: Int, at indices: UnsafePointer<UInt32>, blocks: Int
    ) {
        c0.scatter(to: elements, stride: stride, at: indices, blocks: blocks)
        c1.scatter(to: elements + Self.coefficientSize, stride: stride, at: indices, blocks: blocks)
    }

    @inlinable
    public func setSum(_ a: Self, _ b: Self, blocks: Int) {
        c0.setSum(a.c0, b.c0, blocks: blocks)
        c1.setSum(a.c1, b.c1, blocks: blocks)
    }

    @inlinable
    public func setDifference(_ a: Self, _ b: Self, blocks: Int) {
        c0.setDifference(a.c0, b.c0, blocks: blocks)
        c1.setDifference(a.c1, b.c1, blocks: blocks)
    }

    @inlinable
    public func setNegative(_ a: Self, blocks: Int) {
        c0.setNegative(a.c0, blocks: blocks)
        c1.setNegative(a.c1, blocks: blocks)
    }

    @inlinable
    public func setProduct(_ a: Self, _ b: Self, blocks: Int) {
        Coefficients.setQuadraticProduct(c0, c1, a.c0, a.c1, b.c0, b.c1, blocks: blocks)
    }

    @inlinable
    public func setProduct(ofDifference a: Self, _ b: Self, _ c: Self, blocks: Int) {
        Coefficients.setQuadraticProduct(
            c0, c1, ofDifference: a.c0, a.c1, b.c0, b.c1, c.c0, c.c1, blocks: blocks)
    }

    @inlinable
    public func setSquare(_ a: Self, blocks: Int) {
        Coefficients.setQuadraticSquare(c0, c1, a.c0, a.c1, blocks: blocks)
    }

    @inlinable
    public func setMultiple(_ a: Self, by b: Fp2<Parameters>, blocks: Int) {
        forEachStrip(blocks) { strip, count in
            let (r, a) = (advanced(byBlocks: strip), a.advanced(byBlocks: strip))
            let real = scratch
            let cross = scratch.advanced(byBlocks: Self.stripBlocks)
            let high = scratch.advanced(byBlocks: 2 * Self.stripBlocks)
            real.setMultiple(a.c0, by: b.c0, blocks: count)
            high.setMultiple(a.c1, by: b.c1, blocks: count)
            // The result may be a: nothing of it is written before all of a is read.
            cross.setMultiple(a.c0, by: b.c1, blocks: count)
            r.c1.setMultiple(a.c1, by: b.c0, blocks: count)
            r.c1.setSum(r.c1, cross, blocks: count)
            r.c0.setDifference(real, high, blocks: count)
        }
    }

    @inlinable @inline(__always)
    func forEachStrip(_ blocks: Int, _ body: (_ start: Int, _ count: Int) -> Void) {
        var start = 0
        while start < blocks {
            body(start, min(Self.stripBlocks, blocks - start))
            start += Self.stripBlocks
        }
    }
}
