/// Which point of an array, and whether it or its negative is meant.
struct PointReference {
    /// The index; the highest bit is the sign.
    let bits: UInt32

    /// The point at an index, or its negative if `sign` is negative.
    ///
    /// - Precondition: 0 ≤ `index` < 2^31.
    @inline(__always)
    init(_ index: Int, sign: Int16 = 0) {
        bits = UInt32(truncatingIfNeeded: index) | UInt32(truncatingIfNeeded: Int32(sign)) & 1 << 31
    }

    @inline(__always)
    var index: Int { Int(bits & ~(1 << 31)) }

    /// The same of an array that begins `distance` points later.
    @inline(__always)
    func moved(by distance: Int) -> PointReference { PointReference(bits: bits &- UInt32(distance)) }

    private init(bits: UInt32) { self.bits = bits }

    /// The address of the point.
    @inline(__always)
    func address<Curve>(in points: UnsafePointer<AffinePoint<Curve>>) -> UnsafePointer<AffinePoint<Curve>> {
        points + index
    }

    /// - Parameter points: need not be aligned, as in a file that is mapped into memory.
    @inline(__always)
    func point<Curve>(in points: UnsafePointer<AffinePoint<Curve>>) -> AffinePoint<Curve> {
        let point = UnsafeRawPointer(points + index).loadUnaligned(as: AffinePoint<Curve>.self)
        return bits >> 31 == 1 ? -point : point
    }
}
