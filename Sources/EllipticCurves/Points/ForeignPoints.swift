import Synchronization

/// Points in memory that an object keeps valid.
///
/// Whether they are points of the curve is found out once for all lists that share them.
final class ForeignPoints<Curve: ShortWeierstrassCurve>: Sendable {
    /// Never written, and valid as long as the owner lives.
    nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
    private let owner: any AnyObject & Sendable
    /// Whether all of them have been checked, and are valid.
    let areValid = Atomic(false)

    init(_ bytes: UnsafeRawBufferPointer, owner: some AnyObject & Sendable) {
        self.bytes = bytes
        self.owner = owner
    }

    subscript(index: Int) -> AffinePoint<Curve> {
        bytes.loadUnaligned(
            fromByteOffset: index * MemoryLayout<AffinePoint<Curve>>.stride, as: AffinePoint<Curve>.self)
    }
}
