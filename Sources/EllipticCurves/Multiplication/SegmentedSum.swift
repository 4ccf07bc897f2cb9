import FiniteFields

/// Adds up runs of points, each run by itself, in affine coordinates with shared inversions.
///
/// Points are collected in a block. When that is full, rounds halve its runs by adding neighbours, one
/// inversion per round, so that an addition costs five multiplications and a squaring (three of these
/// for Montgomery's trick). All cases of the group law are right: equal and opposite points and infinity.
struct SegmentedSum<Curve: ShortWeierstrassCurve>: ~Copyable {
    /// What the sum of two neighbours takes.
    private enum Step: UInt8 {
        case add, double, takeLeft, takeRight, vanish
    }

    private let capacity: Int
    /// Where the sum of run k goes; infinity before the first point of the run.
    private let sums: UnsafeMutablePointer<AffinePoint<Curve>>
    private let values: UnsafeMutablePointer<AffinePoint<Curve>>
    /// The runs that lie in the block, and how many points of each.
    private let runs: UnsafeMutablePointer<Int32>
    private let lengths: UnsafeMutablePointer<Int32>
    private let steps: UnsafeMutablePointer<Step>
    private let denominators: UnsafeMutablePointer<Curve.BaseField>
    private let products: UnsafeMutablePointer<Curve.BaseField>
    private var count = 0
    private var runCount = 0

    /// - Parameters:
    ///   - sums: initialised, to infinity as a rule; the sums of the runs are added to it.
    ///   - expectedCount: about how many points will come; bounds the memory of the block.
    init(into sums: UnsafeMutablePointer<AffinePoint<Curve>>, expectedCount: Int) {
        capacity = min(max(expectedCount, 16), 4096)
        self.sums = sums
        values = .allocate(capacity: capacity)
        runs = .allocate(capacity: capacity)
        lengths = .allocate(capacity: capacity)
        steps = .allocate(capacity: capacity)
        denominators = .allocate(capacity: capacity)
        products = .allocate(capacity: capacity)
    }

    deinit {
        values.deallocate()
        runs.deallocate()
        lengths.deallocate()
        steps.deallocate()
        denominators.deallocate()
        products.deallocate()
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
        let product = collectDenominators()
        guard var inverse = product.inverse() else { preconditionFailure("denominators are not zero") }
        var read = 0
        var write = 0
        var pair = 0
        for run in 0..<runCount {
            let length = Int(lengths[run])
            let end = read + length & ~1
            while read < end {
                let slopeDenominator = inverse * products[pair]
                inverse *= denominators[pair]
                values[write] = Self.sum(values[read], values[read + 1], steps[pair], slopeDenominator)
                read += 2
                write += 1
                pair += 1
            }
            if length & 1 == 1 {
                values[write] = values[read]
                read += 1
                write += 1
            }
            lengths[run] = Int32((length + 1) / 2)
        }
        count = write
    }

    /// Stores the denominators of the slopes of all pairs and, for each, the product of those of the
    /// later pairs, and returns the product of all.
    ///
    /// Goes backwards so that `halve` can go forwards and write over what it has read.
    private mutating func collectDenominators() -> Curve.BaseField {
        var pair = 0
        for run in 0..<runCount { pair += Int(lengths[run]) / 2 }
        var product = Curve.BaseField.one
        var start = count
        var run = runCount
        while run > 0 {
            run -= 1
            start -= Int(lengths[run])
            var index = start + Int(lengths[run]) & ~1
            while index > start {
                index -= 2
                pair -= 1
                let (step, denominator) = Self.plan(values[index], values[index + 1])
                (steps + pair).initialize(to: step)
                (denominators + pair).initialize(to: denominator)
                (products + pair).initialize(to: product)
                product *= denominator
            }
        }
        return product
    }

    @inline(__always)
    private static func plan(
        _ left: AffinePoint<Curve>, _ right: AffinePoint<Curve>
    ) -> (Step, Curve.BaseField) {
        if left.isInfinity { return (.takeRight, .one) }
        if right.isInfinity { return (.takeLeft, .one) }
        let difference = right.x - left.x
        if !difference.isZero { return (.add, difference) }
        // y is not zero: the groups have odd order.
        return left.y == right.y ? (.double, left.y.doubled()) : (.vanish, .one)
    }

    @inline(__always)
    private static func sum(
        _ left: AffinePoint<Curve>, _ right: AffinePoint<Curve>, _ step: Step, _ inverse: Curve.BaseField
    ) -> AffinePoint<Curve> {
        let slope: Curve.BaseField
        switch step {
        case .add:
            slope = (right.y - left.y) * inverse
        case .double:
            let square = left.x.squared()
            slope = (square.doubled() + square) * inverse
        case .takeLeft: return left
        case .takeRight: return right
        case .vanish: return .infinity
        }
        let x = slope.squared() - left.x - right.x
        return AffinePoint(uncheckedX: x, y: slope * (left.x - x) - left.y)
    }
}
