import FiniteFields

#if _endian(big)
#error("points in memory are words of little-endian machines")
#endif

/// An immutable list of points: a copy of an array, or in memory that somebody else keeps, such as a mapped
/// file.
///
/// Points of an array are known to be on the curve, as those of `AffinePoint` are. Points in foreign memory
/// are whatever bytes there are, until `firstInvalidPoint()` has found none that is wrong.
///
/// In memory, a point is the Montgomery form of x and y, least significant word first, (0, 0) for infinity:
/// what iden3's files hold, and what `AffinePoint` is on the little-endian machines that the project knows.
public struct PointArray<Curve: ShortWeierstrassCurve>: Sendable {
    let memory: PointMemory<Curve>
    public let count: Int

    /// A copy of the points of an array.
    public init(_ points: [AffinePoint<Curve>]) {
        memory = PointMemory(copying: points)
        count = points.count
    }

    /// The points that lie in memory; none of them is read here.
    ///
    /// - Parameters:
    ///   - bytes: at any address, aligned or not. Must not change.
    ///   - owner: keeps the memory, which is valid as long as this object lives.
    /// - Precondition: the length is a multiple of `pointSize`.
    public init(unvalidated bytes: UnsafeRawBufferPointer, ownedBy owner: some AnyObject & Sendable) {
        precondition(bytes.count % Self.pointSize == 0, "whole points")
        memory = PointMemory(bytes, owner: owner)
        count = bytes.count / Self.pointSize
    }

    /// The bytes of a point in memory, and in files.
    public static var pointSize: Int {
        let size = MemoryLayout<AffinePoint<Curve>>.stride
        precondition(size == 2 * Curve.BaseField.byteCount, "a point is its two coordinates")
        return size
    }

    /// Calls `body` with the points.
    ///
    /// They may lie at an address that is not aligned: elements must be read by `loadUnaligned`.
    public func withUnsafeBufferPointer<Result, Failure>(
        _ body: (UnsafeBufferPointer<AffinePoint<Curve>>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // An aligned address is not claimed by this: nothing is read through it here.
        let start = memory.bytes.baseAddress?.assumingMemoryBound(to: AffinePoint<Curve>.self)
        defer { withExtendedLifetime(memory) {} }
        return try body(UnsafeBufferPointer(start: start, count: count))
    }

    /// Calls `body` with the points as bytes, which are those of files.
    public func withUnsafeBytes<Result, Failure>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withUnsafeBufferPointer { points throws(Failure) in try body(UnsafeRawBufferPointer(points)) }
    }
}

extension PointArray: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { count }

    public subscript(index: Int) -> AffinePoint<Curve> {
        precondition(indices.contains(index), "a point of the list")
        return memory[index]
    }
}

extension PointArray: Hashable {
    /// Whether the points are the same, wherever they lie.
    @specialized(where Curve == BN254.G1)
    @specialized(where Curve == BN254.G2)
    @specialized(where Curve == BLS12381.G1)
    @specialized(where Curve == BLS12381.G2)
    public static func == (left: Self, right: Self) -> Bool {
        left.count == right.count && left.indices.allSatisfy { left[$0] == right[$0] }
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(count)
        withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
