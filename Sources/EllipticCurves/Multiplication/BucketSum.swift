import FiniteFields

/// The sum of digit · point over part of a window, by buckets (Pippenger, SIAM J. Comput. 1980).
enum BucketSum<Curve: ShortWeierstrassCurve> {
    /// Returns Σ (b + 1) · (sum of run b).
    ///
    /// - Parameters:
    ///   - points: none of them infinity where a run refers to it; need not be aligned.
    ///   - runs: their number is a power of two.
    static func sum(
        _ points: UnsafePointer<AffinePoint<Curve>>, _ runs: PointRuns, _ backend: FieldBackend
    ) -> JacobianPoint<Curve> {
        let buckets = UnsafeMutablePointer<AffinePoint<Curve>>.allocate(capacity: runs.count)
        defer { buckets.deallocate() }
        runs.add(points, into: buckets, backend)
        return weightedSum(buckets, width: runs.count.trailingZeroBitCount, backend)
    }

    /// Returns Σ (b + 1) · bucket b, over 2^`width` buckets.
    ///
    /// With b = 2^h · row + column this is 2^h Σ row · (sum of the row) + Σ (column + 1) · (sum of the
    /// column): two cheap additions per bucket, and full ones only for the rows and columns.
    private static func weightedSum(
        _ buckets: UnsafePointer<AffinePoint<Curve>>, width: Int, _ backend: FieldBackend
    ) -> JacobianPoint<Curve> {
        let h = width / 2
        let columnCount = 1 << h
        let rowCount = 1 << (width - h)
        let sums = UnsafeMutablePointer<AffinePoint<Curve>>.allocate(capacity: rowCount + columnCount)
        defer { sums.deallocate() }

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

        var total = ascendingSum(UnsafeBufferPointer(start: sums + 1, count: rowCount - 1))
        for _ in 0..<h { total = total.doubled() }
        return total + ascendingSum(UnsafeBufferPointer(start: sums + rowCount, count: columnCount))
    }

    /// Returns Σ (i + 1) · point i.
    private static func ascendingSum(_ points: UnsafeBufferPointer<AffinePoint<Curve>>) -> JacobianPoint<
        Curve
    > {
        var running = JacobianPoint<Curve>.infinity
        var total = JacobianPoint<Curve>.infinity
        var index = points.count
        while index > 0 {
            index -= 1
            running += points[index]
            total += running
        }
        return total
    }
}
