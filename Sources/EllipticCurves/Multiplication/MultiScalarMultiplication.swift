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
    precondition(points.count < 1 << 31, "at most 2^31 points")
    // Buckets do not pay for a few products.
    if points.count < 8 {
        return points.indices.reduce(.infinity) { $0 + points[$1].multiplied(by: scalars[$1]) }
    }
    let magnitudes = ScalarMagnitudes(scalars) { points[$0].isInfinity }
    let digits = WindowedDigits(magnitudes)
    if digits.order.isEmpty { return .infinity }

    // One window after the other, those of many digits in several slices. The last ones are small, so that
    // all cores end at about the same time.
    let total = (0..<digits.windowCount).reduce(0) { $0 + digits.count(inWindow: $1) }
    var slices: [(window: Int, range: Range<Int>)] = []
    var remaining = total
    for window in 0..<digits.windowCount {
        let count = digits.count(inWindow: window)
        let length = max(4096, remaining > total / 8 ? total / 8 : total / 32)
        for start in stride(from: 0, to: count, by: length) {
            slices.append((window, start..<min(count, start + length)))
        }
        remaining -= count
    }
    let sums = UnsafeMutablePointer<JacobianPoint<C>>.allocate(capacity: slices.count)
    defer { sums.deallocate() }
    forEachIndex(below: slices.count, concurrently: total > 1024) { number in
        let (window, range) = slices[number]
        let sum = BucketSum.sum(
            points, indices: digits.order[range], digits: digits.digits(inWindow: window) + range.lowerBound,
            width: digits.width, backend: backend)
        (sums + number).initialize(to: sum)
    }

    var result = JacobianPoint<C>.infinity
    var window = digits.windowCount - 1
    for number in slices.indices.reversed() {
        while window > slices[number].window {
            for _ in 0..<digits.width { result = result.doubled() }
            window -= 1
        }
        result += sums[number]
    }
    return result
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
