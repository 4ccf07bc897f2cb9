/// Neighbouring public values that one loop of the contract adds to the sum.
struct PointSegment: Hashable {
    enum Method: Hashable {
        /// A value times its point, by a multiplication of 6,000 gas.
        case product
        /// The two digits of four bits of values up to `maximum` ≤ 255, by an addition of 150 gas each: the point is
        /// added to the sum of its digit, and those thirty sums are put together in the end. Checks the range.
        case digits(maximum: Int)
    }

    /// Which list of points it is in.
    var list: Int
    /// Of its first value among the public values.
    var start: Int
    var count: Int
    var method: Method

    /// From this number of bytes on the thirty sums cost less than they save.
    static let leastByteCount = 8

    /// Returns the loops for values whose points stand in lists of `listLength`, and the runs whose ranges no loop
    /// checks.
    static func plan(_ runs: [InputRun], listLength: Int) -> (segments: [PointSegment], unchecked: [InputRun])
    {
        let byteCount = runs.reduce(0) { $0 + ($1.byteMaximum == nil ? 0 : $1.count) }
        var segments: [PointSegment] = []
        var unchecked: [InputRun] = []
        for run in runs {
            var method = Method.product
            if let maximum = run.byteMaximum, byteCount >= leastByteCount {
                method = .digits(maximum: maximum)
            }
            if method == .product { unchecked.append(run) }
            var start = run.start
            while start < run.start + run.count {
                let list = start / listLength
                let end = min(run.start + run.count, (list + 1) * listLength)
                if let last = segments.last, method == .product, last.method == method, last.list == list {
                    segments[segments.count - 1].count += end - start
                } else {
                    segments.append(
                        PointSegment(list: list, start: start, count: end - start, method: method))
                }
                start = end
            }
        }
        return (segments, unchecked)
    }
}
