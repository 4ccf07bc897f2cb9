/// Blocks that are simply eight elements, one after the other, and arithmetic on them one by one.
public enum PortableLanes<Limbs: LimbArray>: LaneKernels {
    @inlinable
    public static var wordsPerBlock: Int { 8 * Limbs.count }

    @inlinable
    public static func load(
        _ lanes: UnsafeMutablePointer<UInt64>, from elements: UnsafeRawPointer, stride: Int, blocks: Int
    ) {
        forEachElement(blocks) { element(at: elements + $0 * stride).copyWords(to: lanes + $1) }
    }

    @inlinable
    public static func store(
        _ lanes: UnsafePointer<UInt64>, to elements: UnsafeMutableRawPointer, stride: Int, blocks: Int
    ) {
        forEachElement(blocks) { write(Limbs(loading: lanes + $1), to: elements + $0 * stride) }
    }

    @inlinable
    public static func gather(
        _ lanes: UnsafeMutablePointer<UInt64>, from elements: UnsafeRawPointer, stride: Int,
        at indices: UnsafePointer<UInt32>, blocks: Int
    ) {
        forEachElement(blocks) {
            element(at: elements + Int(indices[$0] & ~(1 << 31)) * stride).copyWords(to: lanes + $1)
        }
    }

    @inlinable
    public static func gatherSigned(
        _ lanes: UnsafeMutablePointer<UInt64>, from elements: UnsafeRawPointer, stride: Int,
        at indices: UnsafePointer<UInt32>, blocks: Int, modulus: Limbs
    ) {
        forEachElement(blocks) {
            let element = element(at: elements + Int(indices[$0] & ~(1 << 31)) * stride)
            let isNegative = indices[$0] >> 31 == 1
            (isNegative ? Limbs.subtract(.zero, element, modulus: modulus) : element)
                .copyWords(to: lanes + $1)
        }
    }

    @inlinable
    public static func scatter(
        _ lanes: UnsafePointer<UInt64>, to elements: UnsafeMutableRawPointer, stride: Int,
        at indices: UnsafePointer<UInt32>, blocks: Int
    ) {
        forEachElement(blocks) {
            write(Limbs(loading: lanes + $1), to: elements + Int(indices[$0] & ~(1 << 31)) * stride)
        }
    }

    @inlinable
    public static func add(
        _ result: UnsafeMutablePointer<UInt64>, _ a: UnsafePointer<UInt64>, _ b: UnsafePointer<UInt64>,
        blocks: Int, modulus: Limbs
    ) {
        forEachElement(blocks) {
            Limbs.add(Limbs(loading: a + $1), Limbs(loading: b + $1), modulus: modulus)
                .copyWords(to: result + $1)
        }
    }

    @inlinable
    public static func subtract(
        _ result: UnsafeMutablePointer<UInt64>, _ a: UnsafePointer<UInt64>, _ b: UnsafePointer<UInt64>,
        blocks: Int, modulus: Limbs
    ) {
        forEachElement(blocks) {
            Limbs.subtract(Limbs(loading: a + $1), Limbs(loading: b + $1), modulus: modulus)
                .copyWords(to: result + $1)
        }
    }

    @inlinable
    public static func negate(
        _ result: UnsafeMutablePointer<UInt64>, _ a: UnsafePointer<UInt64>, blocks: Int, modulus: Limbs
    ) {
        forEachElement(blocks) {
            Limbs.subtract(.zero, Limbs(loading: a + $1), modulus: modulus).copyWords(to: result + $1)
        }
    }

    @inlinable
    public static func multiply(
        _ result: UnsafeMutablePointer<UInt64>, _ a: UnsafePointer<UInt64>, _ b: UnsafePointer<UInt64>,
        blocks: Int, modulus: Limbs, inverse: UInt64
    ) {
        forEachElement(blocks) {
            Limbs.montgomeryMultiply(
                Limbs(loading: a + $1), Limbs(loading: b + $1), modulus: modulus, inverse: inverse
            )
            .copyWords(to: result + $1)
        }
    }

    @inlinable
    public static func multiplyDifference(
        _ result: UnsafeMutablePointer<UInt64>, _ a: UnsafePointer<UInt64>, _ b: UnsafePointer<UInt64>,
        _ c: UnsafePointer<UInt64>, blocks: Int, modulus: Limbs, inverse: UInt64
    ) {
        forEachElement(blocks) {
            Limbs.montgomeryMultiply(
                Limbs.subtract(Limbs(loading: a + $1), Limbs(loading: b + $1), modulus: modulus),
                Limbs(loading: c + $1), modulus: modulus, inverse: inverse
            )
            .copyWords(to: result + $1)
        }
    }

    @inlinable
    public static func scale(
        _ result: UnsafeMutablePointer<UInt64>, _ a: UnsafePointer<UInt64>, by b: Limbs, blocks: Int,
        modulus: Limbs, inverse: UInt64
    ) {
        forEachElement(blocks) {
            Limbs.montgomeryMultiply(Limbs(loading: a + $1), b, modulus: modulus, inverse: inverse)
                .copyWords(to: result + $1)
        }
    }

    @inlinable
    public static func multiplyQuadratic(
        _ r0: UnsafeMutablePointer<UInt64>, _ r1: UnsafeMutablePointer<UInt64>,
        _ a0: UnsafePointer<UInt64>, _ a1: UnsafePointer<UInt64>, _ b0: UnsafePointer<UInt64>,
        _ b1: UnsafePointer<UInt64>, blocks: Int, modulus: Limbs, inverse: UInt64
    ) {
        forEachElement(blocks) {
            let (c0, c1) = (Limbs(loading: a0 + $1), Limbs(loading: a1 + $1))
            let (d0, d1) = (Limbs(loading: b0 + $1), Limbs(loading: b1 + $1))
            let minusC1 = Limbs.subtract(.zero, c1, modulus: modulus)
            Limbs.montgomerySumOfProducts(c0, d0, minusC1, d1, modulus: modulus, inverse: inverse)
                .copyWords(to: r0 + $1)
            Limbs.montgomerySumOfProducts(c0, d1, c1, d0, modulus: modulus, inverse: inverse)
                .copyWords(to: r1 + $1)
        }
    }

    @inlinable
    public static func multiplyDifferenceQuadratic(
        _ r0: UnsafeMutablePointer<UInt64>, _ r1: UnsafeMutablePointer<UInt64>,
        _ a0: UnsafePointer<UInt64>, _ a1: UnsafePointer<UInt64>, _ b0: UnsafePointer<UInt64>,
        _ b1: UnsafePointer<UInt64>, _ c0: UnsafePointer<UInt64>, _ c1: UnsafePointer<UInt64>,
        blocks: Int, modulus: Limbs, inverse: UInt64
    ) {
        forEachElement(blocks) {
            let x0 = Limbs.subtract(Limbs(loading: a0 + $1), Limbs(loading: b0 + $1), modulus: modulus)
            let (a1, b1) = (Limbs(loading: a1 + $1), Limbs(loading: b1 + $1))
            let x1 = Limbs.subtract(a1, b1, modulus: modulus)
            let minusX1 = Limbs.subtract(b1, a1, modulus: modulus)
            let (y0, y1) = (Limbs(loading: c0 + $1), Limbs(loading: c1 + $1))
            Limbs.montgomerySumOfProducts(x0, y0, minusX1, y1, modulus: modulus, inverse: inverse)
                .copyWords(to: r0 + $1)
            Limbs.montgomerySumOfProducts(x0, y1, x1, y0, modulus: modulus, inverse: inverse)
                .copyWords(to: r1 + $1)
        }
    }

    @inlinable
    public static func squareQuadratic(
        _ r0: UnsafeMutablePointer<UInt64>, _ r1: UnsafeMutablePointer<UInt64>,
        _ a0: UnsafePointer<UInt64>, _ a1: UnsafePointer<UInt64>, blocks: Int, modulus: Limbs,
        inverse: UInt64
    ) {
        forEachElement(blocks) {
            let (c0, c1) = (Limbs(loading: a0 + $1), Limbs(loading: a1 + $1))
            let twiceC1 = Limbs.add(c1, c1, modulus: modulus)
            Limbs.montgomeryDifferenceOfSquares(c0, c1, modulus: modulus, inverse: inverse)
                .copyWords(to: r0 + $1)
            Limbs.montgomeryMultiply(c0, twiceC1, modulus: modulus, inverse: inverse)
                .copyWords(to: r1 + $1)
        }
    }

    /// Elements are the words of their limbs, which need not lie where words do.
    @inlinable @inline(__always)
    static func element(at address: UnsafeRawPointer) -> Limbs { address.loadUnaligned(as: Limbs.self) }

    @inlinable @inline(__always)
    static func write(_ element: Limbs, to address: UnsafeMutableRawPointer) {
        address.storeBytes(of: element, as: Limbs.self)
    }

    /// Calls `body` with the number of every element in some blocks and the place of its words.
    @inlinable @inline(__always)
    static func forEachElement(_ blocks: Int, _ body: (_ index: Int, _ place: Int) -> Void) {
        var index = 0
        while index < 8 * blocks {
            body(index, index * Limbs.count)
            index += 1
        }
    }
}
