import FiniteFields

/// Runs of references to points of an array, of which each is to be added up by itself.
struct PointRuns {
    /// The references of all runs, run after run.
    let references: UnsafePointer<PointReference>
    /// Where each run starts, and behind the last one where it ends.
    let starts: UnsafePointer<UInt32>
    let count: Int

    @inline(__always)
    func references(ofRun run: Int) -> UnsafeBufferPointer<PointReference> {
        UnsafeBufferPointer(start: references + Int(starts[run]), count: length(ofRun: run))
    }

    @inline(__always)
    func length(ofRun run: Int) -> Int { Int(starts[run + 1] - starts[run]) }

    /// Initialises `sums` with the sum of every run.
    ///
    /// An addition costs five multiplications and a squaring, three of these for the inversion that a block
    /// of runs shares, see `RunBlock`.
    ///
    /// - Precondition: none of the points is infinity. Their array need not be aligned.
    func add<Curve: ShortWeierstrassCurve>(
        _ points: UnsafePointer<AffinePoint<Curve>>, into sums: UnsafeMutablePointer<AffinePoint<Curve>>,
        _ backend: FieldBackend
    ) {
        var runCounts = [Int](repeating: 0, count: RunBlock<Curve>.longestRun + 1)
        for run in 0..<count {
            let length = length(ofRun: run)
            guard length <= RunBlock<Curve>.longestRun else { return addInParts(points, into: sums, backend) }
            runCounts[length] += 1
        }

        // Runs of the same length come together: they fill the lanes.
        var ends = runCounts
        for length in 1..<ends.count { ends[length] += ends[length - 1] }
        let order = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
        defer { order.wipeAndDeallocate(count: count) }
        for run in (0..<count).reversed() {
            let length = length(ofRun: run)
            ends[length] -= 1
            (order + ends[length]).initialize(to: UInt32(run))
        }
        let starts = ends
        for place in 0..<runCounts[0] { (sums + Int(order[place])).initialize(to: .infinity) }
        for place in starts[1]..<starts[1] + runCounts[1] {
            let run = Int(order[place])
            (sums + run).initialize(to: references(ofRun: run)[0].point(in: points))
        }
        var blockCount = 0
        for length in 2..<starts.count { blockCount += (runCounts[length] + 7) / 8 * length }
        if blockCount == 0 { return }

        var block = RunBlock(of: self, points, into: sums, expectedBlocks: blockCount, backend)
        for length in 2..<starts.count {
            block.append(
                UnsafeBufferPointer(start: order + starts[length], count: runCounts[length]), length: length)
        }
        block.finish()
    }

    /// The same for runs of any length: cuts them up, and then adds up the sums of the parts.
    private func addInParts<Curve: ShortWeierstrassCurve>(
        _ points: UnsafePointer<AffinePoint<Curve>>, into sums: UnsafeMutablePointer<AffinePoint<Curve>>,
        _ backend: FieldBackend
    ) {
        let longest = RunBlock<Curve>.longestRun
        func partCount(_ run: Int) -> Int { max(1, (length(ofRun: run) + longest - 1) / longest) }
        let total = (0..<count).reduce(0) { $0 + partCount($1) }
        let partStarts = UnsafeMutablePointer<UInt32>.allocate(capacity: total + 1)
        let partSums = UnsafeMutablePointer<AffinePoint<Curve>>.allocate(capacity: total)
        defer {
            partStarts.wipeAndDeallocate(count: total + 1)
            partSums.wipeAndDeallocate(count: total)
        }
        var number = 0
        for run in 0..<count {
            for part in 0..<partCount(run) {
                (partStarts + number).initialize(to: starts[run] + UInt32(part * longest))
                number += 1
            }
        }
        (partStarts + total).initialize(to: starts[count])
        PointRuns(references: references, starts: partStarts, count: total)
            .add(points, into: partSums, backend)

        var list = RunList(referenceCapacity: total, runCapacity: count)
        number = 0
        for run in 0..<count {
            for part in number..<number + partCount(run) where !partSums[part].isInfinity {
                list.append(PointReference(part))
            }
            number += partCount(run)
            list.endRun()
        }
        list.withRuns { $0.add(partSums, into: sums, backend) }
    }
}
