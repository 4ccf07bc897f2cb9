import FiniteFields

/// Runs of points side by side in the lanes of field vectors, added up in affine coordinates.
///
/// A round adds the upper half of each segment's rows to the lower half, for all segments with one inversion,
/// until there is one row. So points come into lanes once, and leave as the sums of runs. While one block is
/// computed, the points of the next one come into the cache. Wiped when it goes out of scope.
struct RunBlock<Curve: ShortWeierstrassCurve>: ~Copyable {
    private typealias Vector = Curve.BaseField.Vector

    /// What a block has room for at least.
    static var longestRun: Int { 128 }
    /// What is done in one go, so that it stays in the first-level cache.
    private static var stripBlocks: Int { 8 }
    /// Points of this many blocks, and what is computed of them, stay in the second-level cache.
    private static var greatestCapacity: Int { 1 << 14 / Curve.BaseField.byteCount }

    private let runs: PointRuns
    private let points: UnsafePointer<AffinePoint<Curve>>
    private let sums: UnsafeMutablePointer<AffinePoint<Curve>>

    /// The block that comes next to be computed, and the one after that, which is still growing.
    private var ready: LanePlan
    private var growing: LanePlan
    /// How many rows of each segment are left.
    private var rows: [Int] = []
    /// How many points of the next block are on their way into the cache.
    private var prefetched = 0

    private let x: Vector
    private let y: Vector
    private let denominators: Vector
    private let inverses: Vector
    private let inversionScratch: Vector
    private let slope: Vector
    private let sum: Vector

    /// - Parameter expectedBlocks: about how many blocks of eight points will come.
    init(
        of runs: PointRuns, _ points: UnsafePointer<AffinePoint<Curve>>,
        into sums: UnsafeMutablePointer<AffinePoint<Curve>>, expectedBlocks: Int, _ backend: FieldBackend
    ) {
        self.runs = runs
        self.points = points
        self.sums = sums
        let capacity = max(Self.longestRun, min(expectedBlocks, Self.greatestCapacity))
        ready = LanePlan(capacity: capacity)
        growing = LanePlan(capacity: capacity)
        // One more than there are pairs, as inversion wants it.
        let pairs = capacity / 2 + 1
        x = Vector(blocks: capacity, backend: backend)
        y = Vector(blocks: capacity, backend: backend)
        denominators = Vector(blocks: pairs, backend: backend)
        inverses = Vector(blocks: pairs, backend: backend)
        inversionScratch = Vector(blocks: Vector.inversionScratch(pairs), backend: backend)
        slope = Vector(blocks: Self.stripBlocks, backend: backend)
        sum = Vector(blocks: Self.stripBlocks, backend: backend)
    }

    deinit {
        let pairs = ready.capacity / 2 + 1
        let blockCounts = [
            ready.capacity, ready.capacity, pairs, pairs, Vector.inversionScratch(pairs), Self.stripBlocks,
            Self.stripBlocks,
        ]
        let vectors = [x, y, denominators, inverses, inversionScratch, slope, sum]
        for (vector, blocks) in zip(vectors, blockCounts) {
            vector.wipe(blocks: blocks)
            vector.deallocate()
        }
    }

    /// Takes runs of `length` points, which is from 2 to `longestRun`.
    mutating func append(_ new: UnsafeBufferPointer<UInt32>, length: Int) {
        var rest = new[...]
        while !rest.isEmpty {
            let taken = growing.append(rest, of: runs, length: length)
            rest = rest[(rest.startIndex + taken)...]
            if taken == 0 { computeReady() }
        }
    }

    /// Writes what has not been written of the sums.
    mutating func finish() {
        computeReady()
        computeReady()
    }

    /// Computes the block that is ready, and makes the growing one ready.
    private mutating func computeReady() {
        prefetched = 0
        compute()
        prefetchGrowing(8 * growing.blockCount)
        ready.removeAll()
        swap(&ready, &growing)
    }

    private mutating func compute() {
        if ready.isEmpty { return }
        rows = ready.segments.map(\.rows)
        load()
        while true {
            let pairs = setDenominators()
            if pairs == 0 { return store() }
            // Equal or opposite points have no slope.
            guard inverses.setInverses(denominators, blocks: pairs, scratch: inversionScratch) else {
                return addOneByOne()
            }
            addPairs()
        }
    }

    @inline(__always)
    private mutating func prefetchGrowing(_ count: Int) {
        let end = min(prefetched + count, 8 * growing.blockCount)
        while prefetched < end {
            prefetch(points + Int(growing.references[prefetched] & ~(1 << 31)))
            prefetched += 1
        }
    }

    private var xAddress: UnsafeRawPointer { UnsafeRawPointer(points) }
    private var stride: Int { MemoryLayout<AffinePoint<Curve>>.stride }
    private var ySize: Int { MemoryLayout<Curve.BaseField>.stride }

    private func load() {
        forEachStrip(ready.blockCount) { strip, count in
            let references = ready.references + 8 * strip
            x.advanced(byBlocks: strip).gather(from: xAddress, stride: stride, at: references, blocks: count)
            y.advanced(byBlocks: strip)
                .gatherSigned(from: xAddress + ySize, stride: stride, at: references, blocks: count)
        }
    }

    private func store() {
        let sums = UnsafeMutableRawPointer(sums)
        for segment in ready.segments {
            let targets = ready.targets + 8 * segment.runStart
            x.advanced(byBlocks: segment.start)
                .scatter(to: sums, stride: stride, at: targets, blocks: segment.width)
            y.advanced(byBlocks: segment.start)
                .scatter(to: sums + ySize, stride: stride, at: targets, blocks: segment.width)
        }
    }

    /// Sets the denominators of the slopes of a round and returns how many blocks these are.
    private func setDenominators() -> Int {
        var pairs = 0
        for (segment, rows) in zip(ready.segments, rows) where rows > 1 {
            let count = rows / 2 * segment.width
            let low = x.advanced(byBlocks: segment.start)
            let high = x.advanced(byBlocks: segment.start + rows * segment.width - count)
            denominators.advanced(byBlocks: pairs).setDifference(high, low, blocks: count)
            pairs += count
        }
        return pairs
    }

    /// Adds the upper half of every segment's rows to the lower half. One in the middle stays.
    private mutating func addPairs() {
        var pairs = 0
        for (index, segment) in ready.segments.enumerated() where rows[index] > 1 {
            let count = rows[index] / 2 * segment.width
            let distance = rows[index] * segment.width - count
            var strip = 0
            while strip < count {
                let stripCount = min(Self.stripBlocks, count - strip)
                addStrip(
                    segment.start + strip, segment.start + strip + distance, slopes: pairs + strip, stripCount
                )
                // There are as many additions as points, nearly, and most are done in the first rounds.
                prefetchGrowing(10 * stripCount)
                strip += stripCount
            }
            pairs += count
            rows[index] -= rows[index] / 2
        }
    }

    /// Adds points at `high` to those at `low`, all counted in blocks.
    @inline(__always)
    private func addStrip(_ low: Int, _ high: Int, slopes: Int, _ count: Int) {
        let (x1, y1) = (x.advanced(byBlocks: low), y.advanced(byBlocks: low))
        let (x2, y2) = (x.advanced(byBlocks: high), y.advanced(byBlocks: high))
        slope.setProduct(ofDifference: y2, y1, inverses.advanced(byBlocks: slopes), blocks: count)
        // x₃ = slope² − x₁ − x₂, y₃ = (x₂ − x₃) slope − y₂
        sum.setSum(x1, x2, blocks: count)
        x1.setSquare(slope, blocks: count)
        x1.setDifference(x1, sum, blocks: count)
        x2.setProduct(ofDifference: x2, x1, slope, blocks: count)
        y1.setDifference(x2, y2, blocks: count)
    }

    /// Adds up the runs of the block by formulas that are right in every case.
    private func addOneByOne() {
        for segment in ready.segments {
            let targets = UnsafeBufferPointer(
                start: ready.targets + 8 * segment.runStart, count: 8 * segment.width)
            let totals = JacobianPoint.batchAffine(
                targets.map { run in
                    runs.references(ofRun: Int(run))
                        .reduce(JacobianPoint<Curve>.infinity) { $0 + $1.point(in: points) }
                })
            for (run, total) in zip(targets, totals) { (sums + Int(run)).initialize(to: total) }
        }
    }

    @inline(__always)
    private func forEachStrip(_ blocks: Int, _ body: (_ start: Int, _ count: Int) -> Void) {
        var start = 0
        while start < blocks {
            body(start, min(Self.stripBlocks, blocks - start))
            start += Self.stripBlocks
        }
    }
}
