/// A fixed number of 64-bit limbs, least significant first, with the arithmetic modulo an odd p that
/// Montgomery representation needs. One type per width; everything is unrolled by hand.
///
/// In memory it is its words, and nothing else.
///
/// All operations take and return values in `0 ..< p`, and need the top bit of p to be clear.
public protocol LimbArray: BitwiseCopyable, Hashable, Sendable {
    /// What the vector backend computes with in eight lanes.
    associatedtype Lanes: LaneKernels where Lanes.Limbs == Self

    static var count: Int { get }
    static var zero: Self { get }

    /// The integer of one word.
    init(_ word: UInt64)

    /// - Precondition: `words.count == Self.count`.
    init(words: [UInt64])
    var words: [UInt64] { get }

    /// Reads `count` words.
    init(loading words: UnsafePointer<UInt64>)
    /// Writes `count` words.
    func copyWords(to words: UnsafeMutablePointer<UInt64>)

    static func < (left: Self, right: Self) -> Bool

    /// Returns a + b mod p.
    static func add(_ a: Self, _ b: Self, modulus p: Self) -> Self
    /// Returns a − b mod p.
    static func subtract(_ a: Self, _ b: Self, modulus p: Self) -> Self
    /// Returns a b / 2^(64 count) mod p, where `inverse` is −1/p mod 2^64.
    static func montgomeryMultiply(_ a: Self, _ b: Self, modulus p: Self, inverse: UInt64) -> Self

    /// Returns (a b + c d) / 2^(64 count) mod p, with one reduction for both products.
    ///
    /// Needs the top two bits of p to be clear; a and c may be p itself.
    static func montgomerySumOfProducts(
        _ a: Self, _ b: Self, _ c: Self, _ d: Self, modulus p: Self, inverse: UInt64
    ) -> Self

    /// Returns (a² − b²) / 2^(64 count) mod p.
    ///
    /// Needs the top two bits of p to be clear: the sum and the difference stay unreduced, below 2p.
    static func montgomeryDifferenceOfSquares(_ a: Self, _ b: Self, modulus p: Self, inverse: UInt64) -> Self
}
