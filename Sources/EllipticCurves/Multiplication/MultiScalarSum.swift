package import FiniteFields

/// A sum of multiples in the making, whose parts any threads may compute in any order: the windows, or halves
/// of them. Wiped when it is released.
package final class MultiScalarSum<Curve: ShortWeierstrassCurve>: ConcurrentSum, @unchecked Sendable {
    private let points: UnsafePointer<AffinePoint<Curve>>
    /// The place of the first point among the scalars.
    private let start: Int
    /// The places that take part; nil where all digits' places do.
    private let places: PointSet?
    private let digits: SortedDigits<Curve.ScalarField>
    private let backend: FieldBackend
    /// How many parts the buckets of a window fall into.
    private let windowParts: Int
    private let sums: UnsafeMutablePointer<JacobianPoint<Curve>>

    /// Prepares Σ scalar · point over places from `start` on, of which the first has the first point.
    ///
    /// - Parameters:
    ///   - points: valid as long as windows are computed; need not be aligned.
    ///   - digits: of `scalars`, which other sums may share.
    ///   - windowParts: how many parts a window falls into, a power of two; more than one for sums that stand
    ///     alone, whose windows are few.
    @specialized(where Curve == BN254.G1)
    @specialized(where Curve == BN254.G2)
    @specialized(where Curve == BLS12381.G1)
    @specialized(where Curve == BLS12381.G2)
    package init(
        _ points: UnsafeBufferPointer<AffinePoint<Curve>>, startingAt start: Int = 0,
        _ scalars: UnsafeBufferPointer<Curve.ScalarField>, _ digits: SortedDigits<Curve.ScalarField>,
        windowParts: Int = 1, backend: FieldBackend = .current
    ) {
        precondition(start + points.count == scalars.count, "as many scalars as points")
        precondition(digits.scalarCount == scalars.count, "the digits of these scalars")
        self.points = points.baseAddress ?? UnsafePointer(bitPattern: 64)!
        self.start = start
        self.backend = backend
        let finite = PointSet(finitePointsOf: points, startingAt: start)
        // To sort a few alone costs less than to leave out the others in every window.
        self.digits =
            finite.count < scalars.count / 4 ? SortedDigits(scalars, where: finite.contains) : digits
        places = finite.count < scalars.count ? finite : nil
        self.windowParts = min(windowParts, self.digits.bucketCount)
        let partCount = self.digits.windowCount * self.windowParts
        sums = .allocate(capacity: partCount)
        sums.initialize(repeating: .infinity, count: partCount)
    }

    deinit { sums.wipeAndDeallocate(count: partCount) }

    package var partCount: Int { digits.windowCount * windowParts }

    package var cost: Int {
        let windows = 0..<digits.windowCount
        let additions = windows.reduce(0) { $0 + digits.count(inWindow: $1) + 2 * digits.bucketCount }
        return additions * Curve.BaseField.byteCount
    }

    @specialized(where Curve == BN254.G1)
    @specialized(where Curve == BN254.G2)
    @specialized(where Curve == BLS12381.G1)
    @specialized(where Curve == BLS12381.G2)
    package func compute(part number: Int) {
        let (window, part) = number.quotientAndRemainder(dividingBy: windowParts)
        let runs = digits.runs(inWindow: window, part: part, of: windowParts)
        let firstDigit = 1 + part * runs.count
        if let places {
            let list = RunList(runs, in: places, startingAt: start)
            sums[number] = list.withRuns { BucketSum.sum(points, $0, firstDigit: firstDigit, backend) }
        } else {
            sums[number] = BucketSum.sum(points, runs, firstDigit: firstDigit, backend)
        }
    }

    /// The sum, after all parts are computed.
    @specialized(where Curve == BN254.G1)
    @specialized(where Curve == BN254.G2)
    @specialized(where Curve == BLS12381.G1)
    @specialized(where Curve == BLS12381.G2)
    package func total() -> JacobianPoint<Curve> {
        var total = JacobianPoint<Curve>.infinity
        for window in (0..<digits.windowCount).reversed() {
            for _ in 0..<digits.width { total = total.doubled() }
            for part in 0..<windowParts { total += sums[window * windowParts + part] }
        }
        return total
    }
}
