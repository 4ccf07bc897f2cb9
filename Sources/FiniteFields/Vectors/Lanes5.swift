#if arch(x86_64)
import CVectorKernels

/// Blocks of eight elements in five limbs of 52 bits, and arithmetic on them by AVX-512 IFMA.
///
/// Only for processors where `FieldBackend.vector.isSupported`. Blocks are aligned to 64 bytes.
public enum Lanes5: LaneKernels {
    public typealias Limbs = Limbs4

    public static var wordsPerBlock: Int { Int(lanes5_words_per_block) }

    public static func load(
        _ lanes: UnsafeMutablePointer<UInt64>, from elements: UnsafeRawPointer, stride: Int, blocks: Int
    ) {
        lanes5_load(lanes, elements, stride, blocks)
    }

    public static func store(
        _ lanes: UnsafePointer<UInt64>, to elements: UnsafeMutableRawPointer, stride: Int, blocks: Int
    ) {
        lanes5_store(elements, lanes, stride, blocks)
    }

    public static func gather(
        _ lanes: UnsafeMutablePointer<UInt64>, from elements: UnsafeRawPointer, stride: Int,
        at indices: UnsafePointer<UInt32>, blocks: Int
    ) {
        lanes5_gather(lanes, elements, stride, indices, blocks)
    }

    public static func gatherSigned(
        _ lanes: UnsafeMutablePointer<UInt64>, from elements: UnsafeRawPointer, stride: Int,
        at indices: UnsafePointer<UInt32>, blocks: Int, modulus: Limbs4
    ) {
        var prime = Lanes5Prime(modulus)
        lanes5_gather_signed(lanes, elements, stride, indices, blocks, &prime)
    }

    public static func scatter(
        _ lanes: UnsafePointer<UInt64>, to elements: UnsafeMutableRawPointer, stride: Int,
        at indices: UnsafePointer<UInt32>, blocks: Int
    ) {
        lanes5_scatter(elements, lanes, stride, indices, blocks)
    }

    public static func add(
        _ result: UnsafeMutablePointer<UInt64>, _ a: UnsafePointer<UInt64>, _ b: UnsafePointer<UInt64>,
        blocks: Int, modulus: Limbs4
    ) {
        var prime = Lanes5Prime(modulus)
        lanes5_add(result, a, b, blocks, &prime)
    }

    public static func subtract(
        _ result: UnsafeMutablePointer<UInt64>, _ a: UnsafePointer<UInt64>, _ b: UnsafePointer<UInt64>,
        blocks: Int, modulus: Limbs4
    ) {
        var prime = Lanes5Prime(modulus)
        lanes5_subtract(result, a, b, blocks, &prime)
    }

    public static func negate(
        _ result: UnsafeMutablePointer<UInt64>, _ a: UnsafePointer<UInt64>, blocks: Int, modulus: Limbs4
    ) {
        var prime = Lanes5Prime(modulus)
        lanes5_negate(result, a, blocks, &prime)
    }

    public static func multiply(
        _ result: UnsafeMutablePointer<UInt64>, _ a: UnsafePointer<UInt64>, _ b: UnsafePointer<UInt64>,
        blocks: Int, modulus: Limbs4, inverse: UInt64
    ) {
        var prime = Lanes5Prime(modulus, inverse: inverse)
        lanes5_multiply(result, a, b, blocks, &prime)
    }

    public static func multiplyDifference(
        _ result: UnsafeMutablePointer<UInt64>, _ a: UnsafePointer<UInt64>, _ b: UnsafePointer<UInt64>,
        _ c: UnsafePointer<UInt64>, blocks: Int, modulus: Limbs4, inverse: UInt64
    ) {
        var prime = Lanes5Prime(modulus, inverse: inverse)
        lanes5_multiply_difference(result, a, b, c, blocks, &prime)
    }

    public static func scale(
        _ result: UnsafeMutablePointer<UInt64>, _ a: UnsafePointer<UInt64>, by b: Limbs4, blocks: Int,
        modulus: Limbs4, inverse: UInt64
    ) {
        var prime = Lanes5Prime(modulus, inverse: inverse)
        withUnsafePointer(to: b.limbsOf52Bits) {
            $0.withMemoryRebound(to: UInt64.self, capacity: 5) {
                lanes5_scale(result, a, $0, blocks, &prime)
            }
        }
    }

    public static func multiplyQuadratic(
        _ r0: UnsafeMutablePointer<UInt64>, _ r1: UnsafeMutablePointer<UInt64>,
        _ a0: UnsafePointer<UInt64>, _ a1: UnsafePointer<UInt64>, _ b0: UnsafePointer<UInt64>,
        _ b1: UnsafePointer<UInt64>, blocks: Int, modulus: Limbs4, inverse: UInt64
    ) {
        var prime = Lanes5Prime(modulus, inverse: inverse)
        lanes5_multiply_quadratic(r0, r1, a0, a1, b0, b1, blocks, &prime)
    }

    public static func multiplyDifferenceQuadratic(
        _ r0: UnsafeMutablePointer<UInt64>, _ r1: UnsafeMutablePointer<UInt64>,
        _ a0: UnsafePointer<UInt64>, _ a1: UnsafePointer<UInt64>, _ b0: UnsafePointer<UInt64>,
        _ b1: UnsafePointer<UInt64>, _ c0: UnsafePointer<UInt64>, _ c1: UnsafePointer<UInt64>,
        blocks: Int, modulus: Limbs4, inverse: UInt64
    ) {
        var prime = Lanes5Prime(modulus, inverse: inverse)
        lanes5_multiply_difference_quadratic(r0, r1, a0, a1, b0, b1, c0, c1, blocks, &prime)
    }

    public static func squareQuadratic(
        _ r0: UnsafeMutablePointer<UInt64>, _ r1: UnsafeMutablePointer<UInt64>,
        _ a0: UnsafePointer<UInt64>, _ a1: UnsafePointer<UInt64>, blocks: Int, modulus: Limbs4,
        inverse: UInt64
    ) {
        var prime = Lanes5Prime(modulus, inverse: inverse)
        lanes5_square_quadratic(r0, r1, a0, a1, blocks, &prime)
    }
}

extension Lanes5Prime {
    /// - Parameter inverse: −1/p mod 2^64; products only need it.
    init(_ modulus: Limbs4, inverse: UInt64 = 0) {
        self.init(modulus: modulus.limbsOf52Bits, inverse: inverse & Limbs4.mask52)
    }
}

extension Limbs4 {
    static var mask52: UInt64 { 1 << 52 - 1 }

    /// The same integer in limbs of 52 bits, least significant first.
    var limbsOf52Bits: (UInt64, UInt64, UInt64, UInt64, UInt64) {
        (
            l0 & Self.mask52,
            (l0 >> 52 | l1 << 12) & Self.mask52,
            (l1 >> 40 | l2 << 24) & Self.mask52,
            (l2 >> 28 | l3 << 36) & Self.mask52,
            l3 >> 16
        )
    }
}
#endif
