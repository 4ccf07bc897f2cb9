/// Which point of an array, and whether it or its negative is meant.
struct PointReference {
    /// The index; the highest bit is the sign.
    private let bits: UInt32

    /// The point at an index, or its negative if `sign` is negative.
    ///
    /// - Precondition: 0 ≤ `index` < 2^31.
    @inline(__always)
    init(_ index: Int, sign: Int16 = 0) {
        bits = UInt32(truncatingIfNeeded: index) | UInt32(truncatingIfNeeded: Int32(sign)) & 1 << 31
    }

    @inline(__always)
    var index: Int { Int(bits & ~(1 << 31)) }

    @inline(__always)
    func point<Curve>(in points: UnsafePointer<AffinePoint<Curve>>) -> AffinePoint<Curve> {
        let point = points[index]
        return bits >> 31 == 1 ? -point : point
    }
}
