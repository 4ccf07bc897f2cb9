/// Six limbs: fields of up to 383 bits.
@frozen
public struct Limbs6: LimbArray {
    #if arch(x86_64)
    public typealias Lanes = Lanes8
    #else
    public typealias Lanes = PortableLanes<Limbs6>
    #endif

    @usableFromInline var l0: UInt64
    @usableFromInline var l1: UInt64
    @usableFromInline var l2: UInt64
    @usableFromInline var l3: UInt64
    @usableFromInline var l4: UInt64
    @usableFromInline var l5: UInt64

    @inlinable @inline(__always)
    public init(_ l0: UInt64, _ l1: UInt64, _ l2: UInt64, _ l3: UInt64, _ l4: UInt64, _ l5: UInt64) {
        self.l0 = l0
        self.l1 = l1
        self.l2 = l2
        self.l3 = l3
        self.l4 = l4
        self.l5 = l5
    }

    @inlinable @inline(__always)
    public init(_ word: UInt64) {
        self.init(word, 0, 0, 0, 0, 0)
    }

    @inlinable
    public init(words: [UInt64]) {
        precondition(words.count == 6, "six limbs")
        self.init(words[0], words[1], words[2], words[3], words[4], words[5])
    }

    @inlinable
    public var words: [UInt64] { [l0, l1, l2, l3, l4, l5] }

    @inlinable @inline(__always)
    public init(loading words: UnsafePointer<UInt64>) {
        self.init(words[0], words[1], words[2], words[3], words[4], words[5])
    }

    @inlinable @inline(__always)
    public func copyWords(to words: UnsafeMutablePointer<UInt64>) {
        words[0] = l0
        words[1] = l1
        words[2] = l2
        words[3] = l3
        words[4] = l4
        words[5] = l5
    }

    @inlinable @inline(__always)
    public static var count: Int { 6 }

    @inlinable @inline(__always)
    public static var zero: Limbs6 { Limbs6(0, 0, 0, 0, 0, 0) }

    @inlinable @inline(__always)
    public static func == (left: Limbs6, right: Limbs6) -> Bool {
        let low = (left.l0 ^ right.l0) | (left.l1 ^ right.l1) | (left.l2 ^ right.l2)
        let high = (left.l3 ^ right.l3) | (left.l4 ^ right.l4) | (left.l5 ^ right.l5)
        return low | high == 0
    }

    @inlinable @inline(__always)
    public static func < (left: Limbs6, right: Limbs6) -> Bool {
        left.subtracting(right).borrow != 0
    }
}

// MARK: - Arithmetic modulo p

extension Limbs6 {
    /// Returns the difference modulo 2^384 and an all-ones mask if it borrowed; see `Limbs4`.
    @inlinable @inline(__always)
    func subtracting(_ other: Limbs6) -> (difference: Limbs6, borrow: UInt64) {
        let d0 = UInt128(l0) &- UInt128(other.l0)
        let d1 = UInt128(l1) &- UInt128(other.l1) &- (d0 >> 127)
        let d2 = UInt128(l2) &- UInt128(other.l2) &- (d1 >> 127)
        let d3 = UInt128(l3) &- UInt128(other.l3) &- (d2 >> 127)
        let d4 = UInt128(l4) &- UInt128(other.l4) &- (d3 >> 127)
        let d5 = UInt128(l5) &- UInt128(other.l5) &- (d4 >> 127)
        return (Limbs6(low(d0), low(d1), low(d2), low(d3), low(d4), low(d5)), high(d5))
    }

    /// Returns the sum modulo 2^384.
    @inlinable @inline(__always)
    func adding(_ other: Limbs6) -> Limbs6 {
        let s0 = UInt128(l0) &+ UInt128(other.l0)
        let s1 = UInt128(l1) &+ UInt128(other.l1) &+ (s0 >> 64)
        let s2 = UInt128(l2) &+ UInt128(other.l2) &+ (s1 >> 64)
        let s3 = UInt128(l3) &+ UInt128(other.l3) &+ (s2 >> 64)
        let s4 = UInt128(l4) &+ UInt128(other.l4) &+ (s3 >> 64)
        return Limbs6(low(s0), low(s1), low(s2), low(s3), low(s4), l5 &+ other.l5 &+ high(s4))
    }

    @inlinable @inline(__always)
    func masked(_ mask: UInt64) -> Limbs6 {
        Limbs6(l0 & mask, l1 & mask, l2 & mask, l3 & mask, l4 & mask, l5 & mask)
    }

    /// Returns the value reduced from `0 ..< 2p` to `0 ..< p`.
    @inlinable @inline(__always)
    func reducedOnce(_ p: Limbs6) -> Limbs6 {
        let (difference, borrow) = subtracting(p)
        return difference.adding(p.masked(borrow))
    }

    @inlinable @inline(__always)
    public static func add(_ a: Limbs6, _ b: Limbs6, modulus p: Limbs6) -> Limbs6 {
        a.adding(b).reducedOnce(p)
    }

    @inlinable @inline(__always)
    public static func subtract(_ a: Limbs6, _ b: Limbs6, modulus p: Limbs6) -> Limbs6 {
        let (difference, borrow) = a.subtracting(b)
        return difference.adding(p.masked(borrow))
    }

    /// One row of the product and one word of reduction, as in `Limbs4`.
    @inlinable @inline(__always)
    func montgomeryRow(_ a: Limbs6, _ b: UInt64, _ p: Limbs6, _ inverse: UInt64) -> Limbs6 {
        let a0 = multiplyAdd(a.l0, b, l0, 0)
        let m = low(a0) &* inverse
        let r0 = multiplyAdd(m, p.l0, low(a0), 0)
        let a1 = multiplyAdd(a.l1, b, l1, high(a0))
        let r1 = multiplyAdd(m, p.l1, low(a1), high(r0))
        let a2 = multiplyAdd(a.l2, b, l2, high(a1))
        let r2 = multiplyAdd(m, p.l2, low(a2), high(r1))
        let a3 = multiplyAdd(a.l3, b, l3, high(a2))
        let r3 = multiplyAdd(m, p.l3, low(a3), high(r2))
        let a4 = multiplyAdd(a.l4, b, l4, high(a3))
        let r4 = multiplyAdd(m, p.l4, low(a4), high(r3))
        let a5 = multiplyAdd(a.l5, b, l5, high(a4))
        let r5 = multiplyAdd(m, p.l5, low(a5), high(r4))
        return Limbs6(low(r1), low(r2), low(r3), low(r4), low(r5), high(r5) &+ high(a5))
    }

    /// Never inlined: a call costs nothing that could be measured, and without it modules that rest on this
    /// one take half as long again to compile.
    @inlinable @inline(never)
    public static func montgomeryMultiply(
        _ a: Limbs6, _ b: Limbs6, modulus p: Limbs6, inverse: UInt64
    ) -> Limbs6 {
        Limbs6.zero
            .montgomeryRow(a, b.l0, p, inverse)
            .montgomeryRow(a, b.l1, p, inverse)
            .montgomeryRow(a, b.l2, p, inverse)
            .montgomeryRow(a, b.l3, p, inverse)
            .montgomeryRow(a, b.l4, p, inverse)
            .montgomeryRow(a, b.l5, p, inverse)
            .reducedOnce(p)
    }

    /// One row of a sum of two products and one word of reduction, as in `Limbs4`.
    @inlinable @inline(__always)
    func montgomeryRow(
        _ a: Limbs6, _ b: UInt64, _ c: Limbs6, _ d: UInt64, _ p: Limbs6, _ inverse: UInt64
    ) -> Limbs6 {
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
        let a4 = multiplyAdd(a.l4, b, l4, high(a3))
        let c4 = multiplyAdd(c.l4, d, low(a4), high(c3))
        let r4 = multiplyAdd(m, p.l4, low(c4), high(r3))
        let a5 = multiplyAdd(a.l5, b, l5, high(a4))
        let c5 = multiplyAdd(c.l5, d, low(a5), high(c4))
        let r5 = multiplyAdd(m, p.l5, low(c5), high(r4))
        return Limbs6(low(r1), low(r2), low(r3), low(r4), low(r5), high(r5) &+ high(a5) &+ high(c5))
    }

    @inlinable @inline(__always)
    public static func montgomerySumOfProducts(
        _ a: Limbs6, _ b: Limbs6, _ c: Limbs6, _ d: Limbs6, modulus p: Limbs6, inverse: UInt64
    ) -> Limbs6 {
        Limbs6.zero
            .montgomeryRow(a, b.l0, c, d.l0, p, inverse)
            .montgomeryRow(a, b.l1, c, d.l1, p, inverse)
            .montgomeryRow(a, b.l2, c, d.l2, p, inverse)
            .montgomeryRow(a, b.l3, c, d.l3, p, inverse)
            .montgomeryRow(a, b.l4, c, d.l4, p, inverse)
            .montgomeryRow(a, b.l5, c, d.l5, p, inverse)
            .reducedOnce(p)
    }

    @inlinable @inline(__always)
    public static func montgomeryDifferenceOfSquares(
        _ a: Limbs6, _ b: Limbs6, modulus p: Limbs6, inverse: UInt64
    ) -> Limbs6 {
        montgomeryMultiply(a.adding(b), a.adding(p.subtracting(b).difference), modulus: p, inverse: inverse)
    }
}
