/// Arithmetic modulo p on blocks of eight elements, which lie in memory as suits the implementation.
///
/// Elements outside of blocks are words, least significant first, at any address, `stride` bytes from one to
/// the next.
/// `modulus` and `inverse` are those of `PrimeFieldParameters`. Results may overwrite operands; they are
/// below p, as operands must be.
public protocol LaneKernels {
    associatedtype Limbs: LimbArray

    /// The size of a block in 64-bit words.
    static var wordsPerBlock: Int { get }

    /// Puts elements 0, 1, 2, … into blocks.
    static func load(
        _ lanes: UnsafeMutablePointer<UInt64>, from elements: UnsafeRawPointer, stride: Int, blocks: Int)

    /// Puts blocks back into elements 0, 1, 2, …
    static func store(
        _ lanes: UnsafePointer<UInt64>, to elements: UnsafeMutableRawPointer, stride: Int, blocks: Int)

    /// Puts the elements of these indices into blocks; the highest bit of an index is ignored.
    static func gather(
        _ lanes: UnsafeMutablePointer<UInt64>, from elements: UnsafeRawPointer, stride: Int,
        at indices: UnsafePointer<UInt32>, blocks: Int)

    /// The same, but elements whose index has its highest bit set become their negatives.
    static func gatherSigned(
        _ lanes: UnsafeMutablePointer<UInt64>, from elements: UnsafeRawPointer, stride: Int,
        at indices: UnsafePointer<UInt32>, blocks: Int, modulus: Limbs)

    /// Puts blocks back into the elements of these indices. Where indices are equal, so must be the values.
    static func scatter(
        _ lanes: UnsafePointer<UInt64>, to elements: UnsafeMutableRawPointer, stride: Int,
        at indices: UnsafePointer<UInt32>, blocks: Int)

    /// result = a + b
    static func add(
        _ result: UnsafeMutablePointer<UInt64>, _ a: UnsafePointer<UInt64>, _ b: UnsafePointer<UInt64>,
        blocks: Int, modulus: Limbs)

    /// result = a − b
    static func subtract(
        _ result: UnsafeMutablePointer<UInt64>, _ a: UnsafePointer<UInt64>, _ b: UnsafePointer<UInt64>,
        blocks: Int, modulus: Limbs)

    /// result = −a
    static func negate(
        _ result: UnsafeMutablePointer<UInt64>, _ a: UnsafePointer<UInt64>, blocks: Int, modulus: Limbs)

    /// result = a b, in Montgomery representation.
    static func multiply(
        _ result: UnsafeMutablePointer<UInt64>, _ a: UnsafePointer<UInt64>, _ b: UnsafePointer<UInt64>,
        blocks: Int, modulus: Limbs, inverse: UInt64)

    /// result = (a − b) c, in Montgomery representation.
    static func multiplyDifference(
        _ result: UnsafeMutablePointer<UInt64>, _ a: UnsafePointer<UInt64>, _ b: UnsafePointer<UInt64>,
        _ c: UnsafePointer<UInt64>, blocks: Int, modulus: Limbs, inverse: UInt64)

    /// result = a b for one element b, in Montgomery representation.
    static func scale(
        _ result: UnsafeMutablePointer<UInt64>, _ a: UnsafePointer<UInt64>, by b: Limbs, blocks: Int,
        modulus: Limbs, inverse: UInt64)

    /// r0 + r1 u = (a0 + a1 u)(b0 + b1 u) with u² = −1, in Montgomery representation.
    ///
    /// Needs the top two bits of p to be clear.
    static func multiplyQuadratic(
        _ r0: UnsafeMutablePointer<UInt64>, _ r1: UnsafeMutablePointer<UInt64>,
        _ a0: UnsafePointer<UInt64>, _ a1: UnsafePointer<UInt64>, _ b0: UnsafePointer<UInt64>,
        _ b1: UnsafePointer<UInt64>, blocks: Int, modulus: Limbs, inverse: UInt64)

    /// r0 + r1 u = (a0 − b0 + (a1 − b1) u)(c0 + c1 u) with u² = −1, in Montgomery representation.
    ///
    /// Needs the top two bits of p to be clear.
    static func multiplyDifferenceQuadratic(
        _ r0: UnsafeMutablePointer<UInt64>, _ r1: UnsafeMutablePointer<UInt64>,
        _ a0: UnsafePointer<UInt64>, _ a1: UnsafePointer<UInt64>, _ b0: UnsafePointer<UInt64>,
        _ b1: UnsafePointer<UInt64>, _ c0: UnsafePointer<UInt64>, _ c1: UnsafePointer<UInt64>,
        blocks: Int, modulus: Limbs, inverse: UInt64)

    /// r0 + r1 u = (a0 + a1 u)² with u² = −1, in Montgomery representation.
    ///
    /// Needs the top two bits of p to be clear.
    static func squareQuadratic(
        _ r0: UnsafeMutablePointer<UInt64>, _ r1: UnsafeMutablePointer<UInt64>,
        _ a0: UnsafePointer<UInt64>, _ a1: UnsafePointer<UInt64>, blocks: Int, modulus: Limbs,
        inverse: UInt64)
}
