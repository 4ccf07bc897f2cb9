import FiniteFields

/// Which points go into which lanes of a `RunBlock`, and where their sums go.
///
/// Wiped when it goes out of scope, as the runs are.
struct LanePlan: ~Copyable {
    /// Runs of one length: row i has the i-th point of each.
    struct Segment {
        /// Where its first row starts, counted in blocks of eight lanes.
        let start: Int
        /// The blocks of a row.
        let width: Int
        let rows: Int
        /// Where the numbers of its runs start, counted as rows are.
        let runStart: Int
    }

    let capacity: Int
    private(set) var segments: [Segment] = []
    /// The blocks that points take, and that sums take.
    private(set) var blockCount = 0
    private var runBlockCount = 0
    /// The reference in each lane.
    let references: UnsafeMutablePointer<UInt32>
    /// The run in each lane, one row for each segment.
    let targets: UnsafeMutablePointer<UInt32>
    /// Where the runs of the eight lanes start.
    private let starts: UnsafeMutablePointer<UnsafePointer<PointReference>>

    /// Returns an empty plan with room for `capacity` blocks.
    init(capacity: Int) {
        self.capacity = capacity
        references = .allocate(capacity: 8 * capacity)
        targets = .allocate(capacity: 4 * capacity)
        starts = .allocate(capacity: 8)
    }

    deinit {
        references.wipeAndDeallocate(count: 8 * capacity)
        targets.wipeAndDeallocate(count: 4 * capacity)
        starts.wipeAndDeallocate(count: 8)
    }

    var isEmpty: Bool { segments.isEmpty }

    mutating func removeAll() {
        segments.removeAll(keepingCapacity: true)
        blockCount = 0
        runBlockCount = 0
    }

    /// Takes as many of these runs as there is room for, all of them of `length` points, at least two.
    mutating func append(_ new: Slice<UnsafeBufferPointer<UInt32>>, of runs: PointRuns, length: Int) -> Int {
        let width = min((capacity - blockCount) / length, (new.count + 7) / 8)
        if width == 0 { return 0 }
        for group in 0..<width {
            for lane in 0..<8 {
                // The last block is filled up with the last run.
                let run = new[new.startIndex + min(8 * group + lane, new.count - 1)]
                (targets + 8 * (runBlockCount + group) + lane).initialize(to: run)
                (starts + lane).initialize(to: runs.references + Int(runs.starts[Int(run)]))
            }
            var place = references + 8 * (blockCount + group)
            for row in 0..<length {
                for lane in 0..<8 { (place + lane).initialize(to: starts[lane][row].bits) }
                place += 8 * width
            }
        }
        segments.append(Segment(start: blockCount, width: width, rows: length, runStart: runBlockCount))
        blockCount += length * width
        runBlockCount += width
        return min(8 * width, new.count)
    }
}
