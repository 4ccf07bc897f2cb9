import Synchronization

/// Points in memory: its own, or that of an object that keeps them valid.
///
/// Whether they are points of the curve is found out once for all lists that share them.
final class PointMemory<Curve: ShortWeierstrassCurve>: Sendable {
    /// Never written, and valid as long as this object lives.
    nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
    /// Nil if the memory is this object's own.
    private let owner: (any AnyObject & Sendable)?
    /// Whether all of them have been checked, and are valid.
    let areValid = Atomic(false)

    /// Whether the points are somebody else's, who may have put anything there.
    var areForeign: Bool { owner != nil }

    /// Refers to memory that `owner` keeps.
    init(_ bytes: UnsafeRawBufferPointer, owner: some AnyObject & Sendable) {
        self.bytes = bytes
        self.owner = owner
    }

    /// Copies the points of an array to where cache lines begin: sums read them in a random order, and a point
    /// that lies across one line more takes that much longer.
    init(copying points: [AffinePoint<Curve>]) {
        let bytes = UnsafeMutableRawBufferPointer.allocate(
            byteCount: points.count * MemoryLayout<AffinePoint<Curve>>.stride, alignment: 64)
        points.withUnsafeBytes { bytes.copyMemory(from: $0) }
        self.bytes = UnsafeRawBufferPointer(bytes)
        owner = nil
    }

    deinit {
        if !areForeign { bytes.deallocate() }
    }

    subscript(index: Int) -> AffinePoint<Curve> {
        bytes.loadUnaligned(
            fromByteOffset: index * MemoryLayout<AffinePoint<Curve>>.stride, as: AffinePoint<Curve>.self)
    }
}
