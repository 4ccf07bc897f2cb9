import FiniteFields

/// Runs of references that are put together one by one.
///
/// Wiped when it goes out of scope: which point goes into which run are the digits of the scalars.
struct RunList: ~Copyable {
    private let references: UnsafeMutablePointer<PointReference>
    private let starts: UnsafeMutablePointer<UInt32>
    private let referenceCapacity: Int
    private let runCapacity: Int
    private var referenceCount = 0
    private var runCount = 0

    /// Returns an empty list with room for some references and runs.
    init(referenceCapacity: Int, runCapacity: Int) {
        self.referenceCapacity = referenceCapacity
        self.runCapacity = runCapacity
        references = .allocate(capacity: referenceCapacity)
        starts = .allocate(capacity: runCapacity + 1)
        starts.initialize(to: 0)
    }

    /// Returns those references of runs whose places take part, counted from place `start` on.
    init(_ all: PointRuns, in places: PointSet, startingAt start: Int) {
        self.init(referenceCapacity: Int(all.starts[all.count] - all.starts[0]) + 1, runCapacity: all.count)
        for run in 0..<all.count {
            for reference in all.references(ofRun: run) {
                // No branch: it would be taken at random.
                (references + referenceCount).initialize(to: reference.moved(by: start))
                referenceCount += places.contains(reference.index) ? 1 : 0
            }
            endRun()
        }
    }

    deinit {
        // What does not take part is written behind the others, see above.
        references.wipeAndDeallocate(count: min(referenceCount + 1, referenceCapacity))
        starts.wipeAndDeallocate(count: runCount + 1)
    }

    /// Adds a reference to the run that is not ended yet.
    @inline(__always)
    mutating func append(_ reference: PointReference) {
        precondition(referenceCount < referenceCapacity, "no room for another reference")
        (references + referenceCount).initialize(to: reference)
        referenceCount += 1
    }

    @inline(__always)
    mutating func endRun() {
        precondition(runCount < runCapacity, "no room for another run")
        runCount += 1
        (starts + runCount).initialize(to: UInt32(referenceCount))
    }

    /// Returns what `body` makes of the runs that have ended; they are valid during the call only.
    @inline(__always)
    borrowing func withRuns<Result>(_ body: (PointRuns) -> Result) -> Result {
        body(PointRuns(references: references, starts: starts, count: runCount))
    }
}
