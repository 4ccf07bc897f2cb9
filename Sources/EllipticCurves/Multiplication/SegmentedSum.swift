import FiniteFields

/// Adds up runs of points of an array, each run by itself, in affine coordinates with shared inversions.
///
/// References to points are collected in a block. When that is full, rounds halve its runs by adding
/// neighbours, one inversion per round, so that an addition costs five multiplications and a squaring (three
/// of these for Montgomery's trick). All cases of the group law are right: equal and opposite points, and
/// sums at infinity.
struct SegmentedSum<Curve: ShortWeierstrassCurve>: ~Copyable {
    private let capacity: Int
    private let backend: FieldBackend
    private let points: UnsafePointer<AffinePoint<Curve>>
    /// Where the sum of run k goes; infinity before the first point of the run.
    private let sums: UnsafeMutablePointer<AffinePoint<Curve>>
    /// The points of the block.
    private let references: UnsafeMutablePointer<PointReference>
    /// What became of them in the last round, and where those of the next round are written.
    private var values: UnsafeMutablePointer<AffinePoint<Curve>>
    private var nextValues: UnsafeMutablePointer<AffinePoint<Curve>>
    /// The runs that lie in the block, and how many points of each.
    private let runs: UnsafeMutablePointer<Int32>
    private let lengths: UnsafeMutablePointer<Int32>
    private var pairs: PointPairs<Curve>
    private var count = 0
    private var runCount = 0

    /// - Parameters:
    ///   - points: where the points come from.
    ///   - sums: initialised, to infinity as a rule; the sums of the runs are added to it.
    ///   - expectedCount: about how many points will come; bounds the memory of the block.
    init(
        of points: UnsafePointer<AffinePoint<Curve>>, into sums: UnsafeMutablePointer<AffinePoint<Curve>>,
        expectedCount: Int, backend: FieldBackend
    ) {
        capacity = min(max(expectedCount, 16), backend == .vector ? 8192 : 4096)
        self.backend = backend
        self.points = points
        self.sums = sums
        references = .allocate(capacity: capacity)
        values = .allocate(capacity: capacity)
        nextValues = .allocate(capacity: capacity)
        runs = .allocate(capacity: capacity)
        lengths = .allocate(capacity: capacity)
        pairs = PointPairs(capacity: capacity / 2, backend: backend)
    }

    deinit {
        references.deallocate()
        values.deallocate()
        nextValues.deallocate()
        runs.deallocate()
        lengths.deallocate()
    }

    /// Adds points, none of which is infinity, to run `run`. Points of one run come one after another.
    @inline(__always)
    mutating func append(_ new: UnsafeBufferPointer<PointReference>, to run: Int) {
        var new = new
        while !new.isEmpty {
            if count == capacity { flush() }
            let part = min(new.count, capacity - count)
            for index in 0..<part {
                let reference = new[index]
                prefetch(points + reference.index)
                (references + count + index).initialize(to: reference)
            }
            count += part
            if runCount > 0, runs[runCount - 1] == run {
                lengths[runCount - 1] += Int32(part)
            } else {
                (runs + runCount).initialize(to: Int32(run))
                (lengths + runCount).initialize(to: Int32(part))
                runCount += 1
            }
            new = UnsafeBufferPointer(rebasing: new[part...])
        }
    }

    /// Adds a point, which is not infinity, to run `run`. Points of one run come one after another.
    @inline(__always)
    mutating func append(_ reference: PointReference, to run: Int) {
        withUnsafePointer(to: reference) { append(UnsafeBufferPointer(start: $0, count: 1), to: run) }
    }

    /// Writes the sums of what has come so far. To be called once at the end.
    mutating func flush() {
        pairs.mayHoldInfinity = false
        if backend == .vector {
            halve(points) { [references] in references[$0] }
        } else {
            // One by one, points are read twice: from places next to each other, rather.
            for place in 0..<count { (values + place).initialize(to: references[place].point(in: points)) }
        }
        while count > runCount { halve(values) { PointReference($0) } }
        for index in 0..<runCount {
            let sum = sums + Int(runs[index])
            // Only a run that the previous block cut has a sum already.
            sum.pointee = sum.pointee.isInfinity ? values[index] : (sum.pointee + values[index]).affine
        }
        count = 0
        runCount = 0
    }

    /// Replaces what is at places 2i and 2i + 1 of each run by its sum.
    ///
    /// - Parameters:
    ///   - points: the array that the points are in.
    ///   - reference: says which one a place of the block holds.
    @inline(__always)
    private mutating func halve(
        _ points: UnsafePointer<AffinePoint<Curve>>, reference: (Int) -> PointReference
    ) {
        pairs.removeAll()
        var read = 0
        var write = 0
        for run in 0..<runCount {
            let length = Int(lengths[run])
            let end = read + length & ~1
            while read < end {
                pairs.append(reference(read), reference(read + 1), sum: write)
                read += 2
                write += 1
            }
            if length & 1 == 1 {
                (nextValues + write).initialize(to: reference(read).point(in: points))
                read += 1
                write += 1
            }
            lengths[run] = Int32((length + 1) / 2)
        }
        count = write
        pairs.add(points, into: nextValues)
        swap(&values, &nextValues)
    }
}
