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
        digits: UnsafePointer<Int16>, width: Int
    ) -> JacobianPoint<Curve> {
        let bucketCount = 1 << (width - 1)
        let buckets = UnsafeMutablePointer<AffinePoint<Curve>>.allocate(capacity: bucketCount)
        buckets.initialize(repeating: .infinity, count: bucketCount)
        defer { buckets.deallocate() }
        fill(buckets, count: bucketCount, points, indices: indices, digits: digits)
        return weightedSum(buckets, width: width - 1)
    }

    /// Adds each point to the bucket of its digit; bucket b collects the digits ±(b + 1).
    ///
    /// A counting sort brings the points of a bucket together.
    private static func fill(
        _ buckets: UnsafeMutablePointer<AffinePoint<Curve>>, count bucketCount: Int,
        _ points: UnsafeBufferPointer<AffinePoint<Curve>>, indices: ArraySlice<UInt32>,
        digits: UnsafePointer<Int16>
    ) {
        let count = indices.count
        // ends[d] counts the digits of magnitude below d, then becomes where those of magnitude d end.
        let ends = UnsafeMutablePointer<Int32>.allocate(capacity: bucketCount + 2)
        ends.initialize(repeating: 0, count: bucketCount + 2)
        defer { ends.deallocate() }
        for position in 0..<count { ends[Int(digits[position].magnitude) + 1] += 1 }
        for digit in 0...bucketCount { ends[digit + 1] += ends[digit] }

        // Twice the index, plus one for negative digits.
        let sorted = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
        defer { sorted.deallocate() }
        for position in 0..<count {
            let digit = digits[position]
            let place = Int(ends[Int(digit.magnitude)])
            (sorted + place).initialize(to: indices[indices.startIndex + position] << 1 | (digit < 0 ? 1 : 0))
            ends[Int(digit.magnitude)] += 1
        }

        var sum = SegmentedSum(into: buckets, expectedCount: count)
        var place = Int(ends[0])
        for bucket in 0..<bucketCount {
            let end = Int(ends[bucket + 1])
            while place < end {
                let entry = sorted[place]
                let point = points[Int(entry >> 1)]
                sum.append(entry & 1 == 0 ? point : -point, to: bucket)
                place += 1
            }
        }
        sum.flush()
    }

    /// Returns Σ (b + 1) · bucket b, over 2^`width` buckets.
    ///
    /// With b = 2^h · row + column this is 2^h Σ row · (sum of the row) + Σ (column + 1) · (sum of the
    /// column): two cheap additions per bucket, and full ones only for the rows and columns.
    private static func weightedSum(
        _ buckets: UnsafePointer<AffinePoint<Curve>>, width: Int
    ) -> JacobianPoint<Curve> {
        let h = width / 2
        let columnCount = 1 << h
        let rowCount = 1 << (width - h)
        let sums = UnsafeMutablePointer<AffinePoint<Curve>>.allocate(capacity: rowCount + columnCount)
        sums.initialize(repeating: .infinity, count: rowCount + columnCount)
        defer { sums.deallocate() }

        var sum = SegmentedSum(into: sums, expectedCount: 2 << width)
        for row in 0..<rowCount {
            for column in 0..<columnCount { sum.append(buckets[row << h | column], to: row) }
        }
        for column in 0..<columnCount {
            for row in 0..<rowCount { sum.append(buckets[row << h | column], to: rowCount + column) }
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
