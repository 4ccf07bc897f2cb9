import FiniteFields

/// The sum of digit · point over part of a window, by buckets (Pippenger, SIAM J. Comput. 1980).
enum BucketSum<Curve: ShortWeierstrassCurve> {
    /// Returns Σ (first + b) · (sum of run b).
    ///
    /// - Parameters:
    ///   - points: none of them infinity where a run refers to it; need not be aligned.
    ///   - runs: their number is a power of two.
    ///   - first: 1, or 1 more than a multiple of the number of runs.
    static func sum(
        _ points: UnsafePointer<AffinePoint<Curve>>, _ runs: PointRuns, firstDigit first: Int,
        _ backend: FieldBackend
    ) -> JacobianPoint<Curve> {
        let buckets = UnsafeMutablePointer<AffinePoint<Curve>>.allocate(capacity: runs.count)
        defer { buckets.wipeAndDeallocate(count: runs.count) }
        runs.add(points, into: buckets, backend)
        return weightedSum(
            buckets, width: runs.count.trailingZeroBitCount, firstWeight: first, backend)
    }

    /// Returns Σ (first + b) · bucket b, over 2^`width` buckets.
    ///
    /// With b = 2^h · row + column this is 2^h Σ (row + (first − 1) / 2^h) · (sum of the row) + Σ (column + 1) ·
    /// (sum of the column): two cheap additions per bucket, and full ones only for the rows and columns.
    private static func weightedSum(
        _ buckets: UnsafePointer<AffinePoint<Curve>>, width: Int, firstWeight first: Int,
        _ backend: FieldBackend
    ) -> JacobianPoint<Curve> {
        let h = width / 2
        let columnCount = 1 << h
        let rowCount = 1 << (width - h)
        let sums = UnsafeMutablePointer<AffinePoint<Curve>>.allocate(capacity: rowCount + columnCount)
        defer { sums.wipeAndDeallocate(count: rowCount + columnCount) }

        var list = RunList(referenceCapacity: 2 << width, runCapacity: rowCount + columnCount)
        func append(_ bucket: Int) {
            if !buckets[bucket].isInfinity { list.append(PointReference(bucket)) }
        }
        for row in 0..<rowCount {
            for column in 0..<columnCount { append(row << h | column) }
            list.endRun()
        }
        for column in 0..<columnCount {
            for row in 0..<rowCount { append(row << h | column) }
            list.endRun()
        }
        list.withRuns { $0.add(buckets, into: sums, backend) }

        var total = ascendingSum(
            UnsafeBufferPointer(start: sums, count: rowCount), firstWeight: (first - 1) >> h)
        for _ in 0..<h { total = total.doubled() }
        return total
            + ascendingSum(UnsafeBufferPointer(start: sums + rowCount, count: columnCount), firstWeight: 1)
    }

    /// Returns Σ (first + i) · point i.
    private static func ascendingSum(
        _ points: UnsafeBufferPointer<AffinePoint<Curve>>, firstWeight first: Int
    ) -> JacobianPoint<Curve> {
        // Σ of the points from i on, and i times the points.
        var running = JacobianPoint<Curve>.infinity
        var total = JacobianPoint<Curve>.infinity
        var index = points.count - 1
        while index > 0 {
            running += points[index]
            total += running
            index -= 1
        }
        running += points[0]
        // A power of two, as a rule.
        for bit in 0..<Int.bitWidth - first.leadingZeroBitCount {
            if first >> bit & 1 == 1 { total += running.doubled(times: bit) }
        }
        return total
    }
}

extension JacobianPoint {
    fileprivate func doubled(times count: Int) -> Self {
        (0..<count).reduce(self) { point, _ in point.doubled() }
    }
}
