/// Division modulo p by the division steps of Bernstein and Yang, "Fast constant-time gcd computation and
/// modular inversion" (TCHES 2019), here in variable time.
///
/// Steps act on the low words of f and g only; 62 of them make a matrix, which is then applied to the
/// whole numbers at once.
@usableFromInline
struct DivisionSteps {
    @usableFromInline static let batch = 62

    /// (f, g) becomes (u f + v g, q f + r g) / 2^62; |u| + |v| and |q| + |r| are at most 2^62.
    @usableFromInline var u: Int64 = 1
    @usableFromInline var v: Int64 = 0
    @usableFromInline var q: Int64 = 0
    @usableFromInline var r: Int64 = 1

    /// Computes the matrix of the next 62 steps.
    ///
    /// - Parameters:
    ///   - eta: −δ of the paper, carried from batch to batch; −1 at first.
    ///   - f: the low word of f, odd.
    ///   - g: the low word of g.
    @usableFromInline
    init(_ eta: inout Int, f: UInt64, g: UInt64) {
        var f = f
        var g = g
        var left = Self.batch
        while true {
            // Steps on even g only halve it. The matrix scales by 2^62 in the end, so f's row doubles.
            let zeros = (g | UInt64.max << UInt64(left)).trailingZeroBitCount
            g >>= UInt64(zeros)
            u <<= Int64(zeros)
            v <<= Int64(zeros)
            eta -= zeros
            left -= zeros
            if left == 0 { return }
            if eta < 0 {
                eta = -eta
                (f, g) = (g, 0 &- f)
                (u, q) = (q, 0 &- u)
                (v, r) = (r, 0 &- v)
            }
            // Until the next exchange, steps only add f to g. So many of them, up to six, as one: add
            // w f, with w = −g/f modulo 2^bits. For odd f, f (2 − f²) is 1/f modulo 2^6.
            let bits = min(eta + 1, left, 6)
            let w = (f &* g &* (f &* f &- 2)) & (1 << UInt64(bits) - 1)
            g = g &+ f &* w
            q = q &+ u &* Int64(w)
            r = r &+ v &* Int64(w)
        }
    }
}

extension DivisionSteps {
    /// Replaces (x, y) by (u x + v y, q x + r y) / 2^62, in two's complement.
    ///
    /// - Parameter inverse: nil where the division is exact. Otherwise −1/p mod 2^64: the division is
    ///   modulo p then, and takes x, y in −p ..< p to the same range. For with 0 ≤ m < 2^62 such that
    ///   2^62 divides u x + v y + m p, the quotient lies in −p ..< 2p; what is not negative loses p.
    @inlinable @inline(__always)
    func apply(
        _ x: UnsafeMutablePointer<UInt64>, _ y: UnsafeMutablePointer<UInt64>, count: Int,
        modulus p: UnsafeMutablePointer<UInt64>, inverse: UInt64?
    ) {
        let mask: UInt64 = 1 << 62 - 1
        var mx: Int128 = 0
        var my: Int128 = 0
        if let inverse {
            mx = Int128(Self.low(u, x[0], v, y[0]) &* inverse & mask)
            my = Int128(Self.low(q, x[0], r, y[0]) &* inverse & mask)
        }
        // Sums stay below 2^127: |u| + |v| ≤ 2^62 and m < 2^62.
        var sumX: Int128 = 0
        var sumY: Int128 = 0
        var previousX: UInt64 = 0
        var previousY: UInt64 = 0
        var index = 0
        while index < count {
            let isTop = index == count - 1
            let wordX = isTop ? Int128(Int64(bitPattern: x[index])) : Int128(x[index])
            let wordY = isTop ? Int128(Int64(bitPattern: y[index])) : Int128(y[index])
            sumX = sumX &+ Int128(u) &* wordX &+ Int128(v) &* wordY
            sumY = sumY &+ Int128(q) &* wordX &+ Int128(r) &* wordY
            if inverse != nil {
                sumX = sumX &+ mx &* Int128(p[index])
                sumY = sumY &+ my &* Int128(p[index])
            }
            let lowX = UInt64(truncatingIfNeeded: sumX)
            let lowY = UInt64(truncatingIfNeeded: sumY)
            if index > 0 {
                x[index - 1] = previousX >> 62 | lowX << 2
                y[index - 1] = previousY >> 62 | lowY << 2
            }
            (previousX, previousY) = (lowX, lowY)
            (sumX, sumY) = (sumX >> 64, sumY >> 64)
            index += 1
        }
        x[count - 1] = previousX >> 62 | UInt64(truncatingIfNeeded: sumX) << 2
        y[count - 1] = previousY >> 62 | UInt64(truncatingIfNeeded: sumY) << 2
        if inverse != nil {
            if sumX >= 0 { Self.subtract(p, from: x, count: count) }
            if sumY >= 0 { Self.subtract(p, from: y, count: count) }
        }
    }

    /// Returns a b + c d mod 2^64.
    @inlinable @inline(__always)
    static func low(_ a: Int64, _ b: UInt64, _ c: Int64, _ d: UInt64) -> UInt64 {
        UInt64(bitPattern: a) &* b &+ UInt64(bitPattern: c) &* d
    }

    @inlinable @inline(__always)
    static func subtract(
        _ p: UnsafeMutablePointer<UInt64>, from x: UnsafeMutablePointer<UInt64>, count: Int
    ) {
        var difference: UInt128 = 0
        var index = 0
        while index < count {
            difference = UInt128(x[index]) &- UInt128(p[index]) &- (difference >> 127)
            x[index] = UInt64(truncatingIfNeeded: difference)
            index += 1
        }
    }

    @inlinable @inline(__always)
    static func add(
        _ p: UnsafeMutablePointer<UInt64>, to x: UnsafeMutablePointer<UInt64>, count: Int
    ) {
        var sum: UInt128 = 0
        var index = 0
        while index < count {
            sum = UInt128(x[index]) &+ UInt128(p[index]) &+ (sum >> 64)
            x[index] = UInt64(truncatingIfNeeded: sum)
            index += 1
        }
    }
}

extension LimbArray {
    /// Returns a / b mod p, or nil where b is zero. Variable time.
    ///
    /// Keeps d b ≡ f a and e b ≡ g a mod p, from (f, g) = (p, b) until g = 0 and f = ±1. All four are in
    /// two's complement, with |f|, |g| ≤ p and d, e in −p ..< p.
    ///
    /// - Parameter inverse: −1/p mod 2^64.
    @inlinable
    public static func divide(_ a: Self, by b: Self, modulus p: Self, inverse: UInt64) -> Self? {
        if b == .zero { return nil }
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 5 * count) { words in
            let start = words.baseAddress!
            let (modulus, f, g) = (start, start + count, start + 2 * count)
            let (d, e) = (start + 3 * count, start + 4 * count)
            p.copyWords(to: modulus)
            p.copyWords(to: f)
            b.copyWords(to: g)
            zero.copyWords(to: d)
            a.copyWords(to: e)
            var eta = -1
            while Self(loading: g) != .zero {
                let steps = DivisionSteps(&eta, f: f[0], g: g[0])
                steps.apply(f, g, count: count, modulus: modulus, inverse: nil)
                steps.apply(d, e, count: count, modulus: modulus, inverse: inverse)
            }
            // From −p ..< p to 0 ..< p, and the sign of f.
            if Int64(bitPattern: d[count - 1]) < 0 { DivisionSteps.add(modulus, to: d, count: count) }
            let quotient = Self(loading: d)
            return f[0] == 1 ? quotient : subtract(.zero, quotient, modulus: p)
        }
    }
}
