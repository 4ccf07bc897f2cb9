package import FiniteFields

/// A sum of multiples in the making, whose windows any threads may compute in any order.
package final class MultiScalarSum<Curve: ShortWeierstrassCurve>: WindowedSum, @unchecked Sendable {
    private let points: UnsafePointer<AffinePoint<Curve>>
    /// The place of the first point among the scalars.
    private let start: Int
    /// The places that take part; nil where all digits' places do.
    private let places: PointSet?
    private let digits: SortedDigits<Curve.ScalarField>
    private let backend: FieldBackend
    private let sums: UnsafeMutablePointer<JacobianPoint<Curve>>

    /// Prepares Σ scalar · point over places from `start` on, of which the first has the first point.
    ///
    /// - Parameters:
    ///   - points: valid as long as windows are computed; need not be aligned.
    ///   - digits: of `scalars`, which other sums may share.
    @specialized(where Curve == BN254.G1)
    @specialized(where Curve == BN254.G2)
    @specialized(where Curve == BLS12381.G1)
    @specialized(where Curve == BLS12381.G2)
    package init(
        _ points: UnsafeBufferPointer<AffinePoint<Curve>>, startingAt start: Int = 0,
        _ scalars: UnsafeBufferPointer<Curve.ScalarField>, _ digits: SortedDigits<Curve.ScalarField>,
        backend: FieldBackend = .current
    ) {
        precondition(start + points.count == scalars.count, "as many scalars as points")
        self.points = points.baseAddress ?? UnsafePointer(bitPattern: 64)!
        self.start = start
        self.backend = backend
        let finite = PointSet(finitePointsOf: points, startingAt: start)
        // To sort a few alone costs less than to leave out the others in every window.
        self.digits =
            finite.count < scalars.count / 4 ? SortedDigits(scalars, where: finite.contains) : digits
        places = finite.count < scalars.count ? finite : nil
        sums = .allocate(capacity: self.digits.windowCount)
        sums.initialize(repeating: .infinity, count: self.digits.windowCount)
    }

    deinit { sums.deallocate() }

    package var windowCount: Int { digits.windowCount }

    package func cost(ofWindow window: Int) -> Int {
        (digits.count(inWindow: window) + 2 * digits.bucketCount) * Curve.BaseField.byteCount
    }

    @specialized(where Curve == BN254.G1)
    @specialized(where Curve == BN254.G2)
    @specialized(where Curve == BLS12381.G1)
    @specialized(where Curve == BLS12381.G2)
    package func computeWindow(_ window: Int) {
        let runs = digits.runs(inWindow: window)
        if let places {
            let list = RunList(runs, in: places, startingAt: start)
            sums[window] = list.withRuns { BucketSum.sum(points, $0, backend) }
        } else {
            sums[window] = BucketSum.sum(points, runs, backend)
        }
    }

    /// The sum, after all windows are computed.
    @specialized(where Curve == BN254.G1)
    @specialized(where Curve == BN254.G2)
    @specialized(where Curve == BLS12381.G1)
    @specialized(where Curve == BLS12381.G2)
    package func total() -> JacobianPoint<Curve> {
        var total = JacobianPoint<Curve>.infinity
        for window in (0..<windowCount).reversed() {
            for _ in 0..<digits.width { total = total.doubled() }
            total += sums[window]
        }
        return total
    }
}
