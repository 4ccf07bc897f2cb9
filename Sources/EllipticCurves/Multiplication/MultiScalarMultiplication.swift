package import FiniteFields

/// Returns Σ scalar · point.
///
/// Bucket method with signed digits; windows are as wide as suits the sizes of the scalars, of which
/// zeros cost nothing and k and r − k the same. Large sums use all cores. Points at infinity, equal and
/// opposite points are allowed. Variable time.
///
/// - Precondition: as many scalars as points, fewer than 2^31; all points in the group of order r.
public func multiScalarMultiply<C: ShortWeierstrassCurve>(
    _ points: UnsafeBufferPointer<AffinePoint<C>>, _ scalars: UnsafeBufferPointer<C.ScalarField>
) -> JacobianPoint<C> {
    multiScalarMultiply(points, scalars, backend: .current)
}

/// Returns Σ scalar · point, computed by `backend`.
@specialized(where C == BN254.G1)
@specialized(where C == BLS12381.G1)
@specialized(where C == BN254.G2)
@specialized(where C == BLS12381.G2)
package func multiScalarMultiply<C: ShortWeierstrassCurve>(
    _ points: UnsafeBufferPointer<AffinePoint<C>>, _ scalars: UnsafeBufferPointer<C.ScalarField>,
    backend: FieldBackend
) -> JacobianPoint<C> {
    precondition(points.count == scalars.count, "as many scalars as points")
    // Buckets do not pay for a few products.
    if points.count < 8 {
        return points.indices.reduce(.infinity) { $0 + points[$1].multiplied(by: scalars[$1]) }
    }
    let digits = SortedDigits(scalars)
    if digits.windowCount > 2 || points.count < 1 << 14 {
        let sum = MultiScalarSum(
            points, scalars, digits, windowParts: points.count < 1 << 14 ? 1 : 2, backend: backend)
        computeConcurrently([sum])
        return sum.total()
    }
    // Few windows are few tasks: parts of the sum are more.
    let partLength = (points.count + 7) / 8
    let sums = stride(from: 0, to: points.count, by: partLength).map { start in
        let part = start..<min(points.count, start + partLength)
        let scalars = UnsafeBufferPointer(rebasing: scalars[part])
        return MultiScalarSum(
            UnsafeBufferPointer(rebasing: points[part]), scalars, SortedDigits(scalars), backend: backend)
    }
    computeConcurrently(sums)
    return sums.reduce(.infinity) { $0 + $1.total() }
}

/// Returns Σ scalar · point.
///
/// - Precondition: as many scalars as points; all points in the group of order r.
public func multiScalarMultiply<C: ShortWeierstrassCurve>(
    _ points: [AffinePoint<C>], _ scalars: [C.ScalarField]
) -> JacobianPoint<C> {
    points.withUnsafeBufferPointer { points in
        scalars.withUnsafeBufferPointer { multiScalarMultiply(points, $0) }
    }
}

/// Returns Σ scalar · point, a little faster than of an array where the list is long: its points lie where cache
/// lines begin.
///
/// - Precondition: as many scalars as points; all points in the group of order r.
public func multiScalarMultiply<C: ShortWeierstrassCurve>(
    _ points: PointArray<C>, _ scalars: [C.ScalarField]
) -> JacobianPoint<C> {
    points.withUnsafeBufferPointer { points in
        scalars.withUnsafeBufferPointer { multiScalarMultiply(points, $0) }
    }
}
