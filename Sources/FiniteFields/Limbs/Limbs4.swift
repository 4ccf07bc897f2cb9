/// Four limbs: fields of up to 255 bits.
@frozen
public struct Limbs4: LimbArray {
    #if arch(x86_64)
    public typealias Lanes = Lanes5
    #else
    public typealias Lanes = PortableLanes<Limbs4>
    #endif

    @usableFromInline var l0: UInt64
    @usableFromInline var l1: UInt64
    @usableFromInline var l2: UInt64
    @usableFromInline var l3: UInt64

    @inlinable @inline(__always)
    public init(_ l0: UInt64, _ l1: UInt64, _ l2: UInt64, _ l3: UInt64) {
        self.l0 = l0
        self.l1 = l1
        self.l2 = l2
        self.l3 = l3
    }

    @inlinable @inline(__always)
    public init(_ word: UInt64) {
        self.init(word, 0, 0, 0)
    }

    @inlinable
    public init(words: [UInt64]) {
        precondition(words.count == 4, "four limbs")
        self.init(words[0], words[1], words[2], words[3])
    }

    @inlinable
    public var words: [UInt64] { [l0, l1, l2, l3] }

    @inlinable @inline(__always)
    public init(loading words: UnsafePointer<UInt64>) {
        self.init(words[0], words[1], words[2], words[3])
    }

    @inlinable @inline(__always)
    public func copyWords(to words: UnsafeMutablePointer<UInt64>) {
        words[0] = l0
        words[1] = l1
        words[2] = l2
        words[3] = l3
    }

    @inlinable @inline(__always)
    public static var count: Int { 4 }

    @inlinable @inline(__always)
    public static var zero: Limbs4 { Limbs4(0, 0, 0, 0) }

    @inlinable @inline(__always)
    public static func == (left: Limbs4, right: Limbs4) -> Bool {
        (left.l0 ^ right.l0) | (left.l1 ^ right.l1) | (left.l2 ^ right.l2) | (left.l3 ^ right.l3) == 0
    }

    @inlinable @inline(__always)
    public static func < (left: Limbs4, right: Limbs4) -> Bool {
        left.subtracting(right).borrow != 0
    }
}

// MARK: - Arithmetic modulo p

extension Limbs4 {
    /// Returns the difference modulo 2^256 and an all-ones mask if it borrowed.
    ///
    /// The borrow travels as the high word of a 128-bit difference: no comparison, so nothing that the
    /// optimiser could turn into a branch.
    @inlinable @inline(__always)
    func subtracting(_ other: Limbs4) -> (difference: Limbs4, borrow: UInt64) {
        let d0 = UInt128(l0) &- UInt128(other.l0)
        let d1 = UInt128(l1) &- UInt128(other.l1) &- (d0 >> 127)
        let d2 = UInt128(l2) &- UInt128(other.l2) &- (d1 >> 127)
        let d3 = UInt128(l3) &- UInt128(other.l3) &- (d2 >> 127)
        return (Limbs4(low(d0), low(d1), low(d2), low(d3)), high(d3))
    }

    /// Returns the sum modulo 2^256.
    @inlinable @inline(__always)
    func adding(_ other: Limbs4) -> Limbs4 {
        let s0 = UInt128(l0) &+ UInt128(other.l0)
        let s1 = UInt128(l1) &+ UInt128(other.l1) &+ (s0 >> 64)
        let s2 = UInt128(l2) &+ UInt128(other.l2) &+ (s1 >> 64)
        return Limbs4(low(s0), low(s1), low(s2), l3 &+ other.l3 &+ high(s2))
    }

    @inlinable @inline(__always)
    func masked(_ mask: UInt64) -> Limbs4 {
        Limbs4(l0 & mask, l1 & mask, l2 & mask, l3 & mask)
    }

    /// Returns the value reduced from `0 ..< 2p` to `0 ..< p`.
    @inlinable @inline(__always)
    func reducedOnce(_ p: Limbs4) -> Limbs4 {
        let (difference, borrow) = subtracting(p)
        return difference.adding(p.masked(borrow))
    }

    @inlinable @inline(__always)
    public static func add(_ a: Limbs4, _ b: Limbs4, modulus p: Limbs4) -> Limbs4 {
        a.adding(b).reducedOnce(p)
    }

    @inlinable @inline(__always)
    public static func subtract(_ a: Limbs4, _ b: Limbs4, modulus p: Limbs4) -> Limbs4 {
        let (difference, borrow) = a.subtracting(b)
        return difference.adding(p.masked(borrow))
    }

    /// One row of the product and one word of reduction (Koç, Acar, Kaliski 1996, CIOS): because the
    /// top bit of p is clear, the running value stays below 2p and needs no fifth limb.
    @inlinable @inline(__always)
    func montgomeryRow(_ a: Limbs4, _ b: UInt64, _ p: Limbs4, _ inverse: UInt64) -> Limbs4 {
        let a0 = multiplyAdd(a.l0, b, l0, 0)
        let m = low(a0) &* inverse
        let r0 = multiplyAdd(m, p.l0, low(a0), 0)
        let a1 = multiplyAdd(a.l1, b, l1, high(a0))
        let r1 = multiplyAdd(m, p.l1, low(a1), high(r0))
        let a2 = multiplyAdd(a.l2, b, l2, high(a1))
        let r2 = multiplyAdd(m, p.l2, low(a2), high(r1))
        let a3 = multiplyAdd(a.l3, b, l3, high(a2))
        let r3 = multiplyAdd(m, p.l3, low(a3), high(r2))
        return Limbs4(low(r1), low(r2), low(r3), high(r3) &+ high(a3))
    }

    @inlinable @inline(__always)
    public static func montgomeryMultiply(
        _ a: Limbs4, _ b: Limbs4, modulus p: Limbs4, inverse: UInt64
    ) -> Limbs4 {
        Limbs4.zero
            .montgomeryRow(a, b.l0, p, inverse)
            .montgomeryRow(a, b.l1, p, inverse)
            .montgomeryRow(a, b.l2, p, inverse)
            .montgomeryRow(a, b.l3, p, inverse)
            .reducedOnce(p)
    }

    /// One row of a sum of two products and one word of reduction: because the top two bits of p are clear,
    /// the running value stays below 3p and needs no fifth limb.
    @inlinable @inline(__always)
    func montgomeryRow(
        _ a: Limbs4, _ b: UInt64, _ c: Limbs4, _ d: UInt64, _ p: Limbs4, _ inverse: UInt64
    ) -> Limbs4 {
        let a0 = multiplyAdd(a.l0, b, l0, 0)
        let c0 = multiplyAdd(c.l0, d, low(a0), 0)
        let m = low(c0) &* inverse
        let r0 = multiplyAdd(m, p.l0, low(c0), 0)
        let a1 = multiplyAdd(a.l1, b, l1, high(a0))
        let c1 = multiplyAdd(c.l1, d, low(a1), high(c0))
        let r1 = multiplyAdd(m, p.l1, low(c1), high(r0))
        let a2 = multiplyAdd(a.l2, b, l2, high(a1))
        let c2 = multiplyAdd(c.l2, d, low(a2), high(c1))
        let r2 = multiplyAdd(m, p.l2, low(c2), high(r1))
        let a3 = multiplyAdd(a.l3, b, l3, high(a2))
        let c3 = multiplyAdd(c.l3, d, low(a3), high(c2))
        let r3 = multiplyAdd(m, p.l3, low(c3), high(r2))
        return Limbs4(low(r1), low(r2), low(r3), high(r3) &+ high(a3) &+ high(c3))
    }

    @inlinable @inline(__always)
    public static func montgomerySumOfProducts(
        _ a: Limbs4, _ b: Limbs4, _ c: Limbs4, _ d: Limbs4, modulus p: Limbs4, inverse: UInt64
    ) -> Limbs4 {
        Limbs4.zero
            .montgomeryRow(a, b.l0, c, d.l0, p, inverse)
            .montgomeryRow(a, b.l1, c, d.l1, p, inverse)
            .montgomeryRow(a, b.l2, c, d.l2, p, inverse)
            .montgomeryRow(a, b.l3, c, d.l3, p, inverse)
            .reducedOnce(p)
    }

    @inlinable @inline(__always)
    public static func montgomeryDifferenceOfSquares(
        _ a: Limbs4, _ b: Limbs4, modulus p: Limbs4, inverse: UInt64
    ) -> Limbs4 {
        montgomeryMultiply(a.adding(b), a.adding(p.subtracting(b).difference), modulus: p, inverse: inverse)
    }
}
