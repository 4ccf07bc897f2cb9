import FiniteFields

/// Adds up runs of points, each run by itself, in affine coordinates with shared inversions.
///
/// Points are collected in a block. When that is full, rounds halve its runs by adding neighbours, one
/// inversion per round, so that an addition costs five multiplications and a squaring (three of these
/// for Montgomery's trick). All cases of the group law are right: equal and opposite points and infinity.
struct SegmentedSum<Curve: ShortWeierstrassCurve>: ~Copyable {
    private let capacity: Int
    private let backend: FieldBackend
    /// Where the sum of run k goes; infinity before the first point of the run.
    private let sums: UnsafeMutablePointer<AffinePoint<Curve>>
    /// The points of the block, and where those of the next round are written.
    private var values: UnsafeMutablePointer<AffinePoint<Curve>>
    private var nextValues: UnsafeMutablePointer<AffinePoint<Curve>>
    /// The runs that lie in the block, and how many points of each.
    private let runs: UnsafeMutablePointer<Int32>
    private let lengths: UnsafeMutablePointer<Int32>
    private var pairs: PointPairs<Curve>
    private var count = 0
    private var runCount = 0

    /// - Parameters:
    ///   - sums: initialised, to infinity as a rule; the sums of the runs are added to it.
    ///   - expectedCount: about how many points will come; bounds the memory of the block.
    init(
        into sums: UnsafeMutablePointer<AffinePoint<Curve>>, expectedCount: Int,
        backend: FieldBackend = .current
    ) {
        capacity = min(max(expectedCount, 16), 4096)
        self.backend = backend
        self.sums = sums
        values = .allocate(capacity: capacity)
        nextValues = .allocate(capacity: capacity)
        runs = .allocate(capacity: capacity)
        lengths = .allocate(capacity: capacity)
        pairs = PointPairs(capacity: capacity / 2, backend: backend)
    }

    deinit {
        values.deallocate()
        nextValues.deallocate()
        runs.deallocate()
        lengths.deallocate()
    }

    /// Adds `point` to run `run`. Points of one run come one after another.
    @inline(__always)
    mutating func append(_ point: AffinePoint<Curve>, to run: Int) {
        if point.isInfinity { return }
        if count == capacity { flush() }
        (values + count).initialize(to: point)
        count += 1
        if runCount > 0, runs[runCount - 1] == run {
            lengths[runCount - 1] += 1
        } else {
            (runs + runCount).initialize(to: Int32(run))
            (lengths + runCount).initialize(to: 1)
            runCount += 1
        }
    }

    /// Writes the sums of what has come so far. To be called once at the end.
    mutating func flush() {
        pairs.mayHoldInfinity = false
        while count > runCount { halve() }
        for index in 0..<runCount {
            let sum = sums + Int(runs[index])
            // Only a run that the previous block cut has a sum already.
            sum.pointee = sum.pointee.isInfinity ? values[index] : (sum.pointee + values[index]).affine
        }
        count = 0
        runCount = 0
    }

    /// Replaces the points 2i and 2i + 1 of each run by their sum.
    private mutating func halve() {
        pairs.removeAll()
        var read = 0
        var write = 0
        for run in 0..<runCount {
            let length = Int(lengths[run])
            let end = read + length & ~1
            while read < end {
                pairs.append(left: read, sum: write)
                read += 2
                write += 1
            }
            if length & 1 == 1 {
                (nextValues + write).initialize(to: values[read])
                read += 1
                write += 1
            }
            lengths[run] = Int32((length + 1) / 2)
        }
        count = write
        pairs.add(values, into: nextValues)
        swap(&values, &nextValues)
    }
}
