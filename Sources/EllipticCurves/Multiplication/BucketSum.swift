import FiniteFields

/// The sum of digit · point over part of a window, by buckets (Pippenger, SIAM J. Comput. 1980).
enum BucketSum<Curve: ShortWeierstrassCurve> {
    /// Returns Σ digit · point.
    ///
    /// - Parameters:
    ///   - indices: which point each digit belongs to.
    ///   - digits: as many, of magnitude at most 2^(width−1).
    static func sum(
        _ points: UnsafeBufferPointer<AffinePoint<Curve>>, indices: ArraySlice<UInt32>,
        digits: UnsafePointer<Int16>, width: Int, backend: FieldBackend
    ) -> JacobianPoint<Curve> {
        let bucketCount = 1 << (width - 1)
        let buckets = UnsafeMutablePointer<AffinePoint<Curve>>.allocate(capacity: bucketCount)
        buckets.initialize(repeating: .infinity, count: bucketCount)
        defer { buckets.deallocate() }
        fill(buckets, count: bucketCount, points, indices: indices, digits: digits, backend)
        return weightedSum(buckets, width: width - 1, backend)
    }

    /// Adds each point to the bucket of its digit; bucket b collects the digits ±(b + 1).
    ///
    /// A counting sort brings the points of a bucket together.
    private static func fill(
        _ buckets: UnsafeMutablePointer<AffinePoint<Curve>>, count bucketCount: Int,
        _ points: UnsafeBufferPointer<AffinePoint<Curve>>, indices: ArraySlice<UInt32>,
        digits: UnsafePointer<Int16>, _ backend: FieldBackend
    ) {
        let count = indices.count
        // Those of a bucket with positive digits come first: the sign is no branch per point then.
        func key(_ digit: Int16) -> Int {
            // −1 for negative digits: (x ^ sign) − sign is the magnitude.
            let sign = Int(digit) >> 15
            return ((Int(digit) ^ sign) - sign) << 1 - sign
        }
        // ends[k] counts the digits of keys below k, then becomes where those of key k end.
        let ends = UnsafeMutablePointer<Int32>.allocate(capacity: 2 * bucketCount + 3)
        ends.initialize(repeating: 0, count: 2 * bucketCount + 3)
        defer { ends.deallocate() }
        for position in 0..<count { ends[key(digits[position]) + 1] += 1 }
        for key in 0...2 * bucketCount + 1 { ends[key + 1] += ends[key] }

        let sorted = UnsafeMutablePointer<PointReference>.allocate(capacity: count)
        defer { sorted.deallocate() }
        for position in 0..<count {
            let digit = digits[position]
            let key = key(digit)
            let index = Int(indices[indices.startIndex + position])
            (sorted + Int(ends[key])).initialize(to: PointReference(index, sign: digit))
            ends[key] += 1
        }

        var sum = SegmentedSum(
            of: points.baseAddress!, into: buckets, expectedCount: count, backend: backend)
        var start = Int(ends[1])
        for bucket in 0..<bucketCount {
            let end = Int(ends[2 * bucket + 3])
            sum.append(UnsafeBufferPointer(start: sorted + start, count: end - start), to: bucket)
            start = end
        }
        sum.flush()
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
        sums.initialize(repeating: .infinity, count: rowCount + columnCount)
        defer { sums.deallocate() }

        var sum = SegmentedSum(of: buckets, into: sums, expectedCount: 2 << width, backend: backend)
        func append(_ bucket: Int, to run: Int) {
            if !buckets[bucket].isInfinity { sum.append(PointReference(bucket), to: run) }
        }
        for row in 0..<rowCount {
            for column in 0..<columnCount { append(row << h | column, to: row) }
        }
        for column in 0..<columnCount {
            for row in 0..<rowCount { append(row << h | column, to: rowCount + column) }
        }
        sum.flush()

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
