import FiniteFields

/// Returns Σ scalar · point.
///
/// - Precondition: as many scalars as points.
public func multiScalarMultiply<C: ShortWeierstrassCurve>(
    _ points: [AffinePoint<C>], _ scalars: [C.ScalarField]
) -> JacobianPoint<C> {
    points.withUnsafeBufferPointer { points in
        scalars.withUnsafeBufferPointer { multiScalarMultiply(points, $0) }
    }
}

/// Returns Σ scalar · point.
///
/// - Precondition: as many scalars as points.
public func multiScalarMultiply<C: ShortWeierstrassCurve>(
    _ points: UnsafeBufferPointer<AffinePoint<C>>, _ scalars: UnsafeBufferPointer<C.ScalarField>
) -> JacobianPoint<C> {
    precondition(points.count == scalars.count, "as many scalars as points")
    var sum = JacobianPoint<C>.infinity
    for index in points.indices { sum += points[index].multiplied(by: scalars[index]) }
    return sum
}
