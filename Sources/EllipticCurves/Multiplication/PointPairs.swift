import FiniteFields

/// Pairs of points of an array, to be added in affine coordinates with one inversion for all.
struct PointPairs<Curve: ShortWeierstrassCurve>: ~Copyable {
    /// What the sum of two points takes.
    private enum Step: UInt8 {
        case add, double, takeLeft, takeRight, vanish
    }

    private let lefts: UnsafeMutablePointer<PointReference>
    private let rights: UnsafeMutablePointer<PointReference>
    /// The place of each sum.
    private let targets: UnsafeMutablePointer<UInt32>
    private let steps: UnsafeMutablePointer<Step>
    private let denominators: UnsafeMutablePointer<Curve.BaseField>
    private let products: UnsafeMutablePointer<Curve.BaseField>
    private let lanes: PointLanes<Curve>?
    private var count = 0

    /// Whether a point at infinity may be among the points. Sums that vanish set it.
    var mayHoldInfinity = false

    init(capacity: Int, backend: FieldBackend) {
        lefts = .allocate(capacity: capacity + 8)
        rights = .allocate(capacity: capacity + 8)
        targets = .allocate(capacity: capacity + 8)
        steps = .allocate(capacity: capacity)
        denominators = .allocate(capacity: capacity)
        products = .allocate(capacity: capacity)
        lanes =
            backend == .vector && capacity >= PointLanes<Curve>.worthwhileCount
            ? PointLanes(pairCapacity: capacity, backend: backend) : nil
    }

    deinit {
        lefts.deallocate()
        rights.deallocate()
        targets.deallocate()
        steps.deallocate()
        denominators.deallocate()
        products.deallocate()
        lanes?.deallocate()
    }

    mutating func removeAll() { count = 0 }

    @inline(__always)
    mutating func append(_ left: PointReference, _ right: PointReference, sum: Int) {
        (lefts + count).initialize(to: left)
        (rights + count).initialize(to: right)
        (targets + count).initialize(to: UInt32(truncatingIfNeeded: sum))
        count += 1
    }

    /// Writes the sums of all pairs of `points`.
    ///
    /// Eight at a time where the backend can and no case is exceptional, which shows in the inversion: equal
    /// and opposite points have a difference of zero in x. Otherwise one by one.
    mutating func add(
        _ points: UnsafePointer<AffinePoint<Curve>>, into sums: UnsafeMutablePointer<AffinePoint<Curve>>
    ) {
        if count == 0 { return }
        if let lanes, count >= PointLanes<Curve>.worthwhileCount, !mayHoldInfinity {
            // The last block is filled up with the last pair.
            for index in count..<(count + 7) & ~7 {
                (lefts + index).initialize(to: lefts[count - 1])
                (rights + index).initialize(to: rights[count - 1])
                (targets + index).initialize(to: targets[count - 1])
            }
            if lanes.add(points, lefts, rights, blocks: (count + 7) / 8, into: sums, at: targets) { return }
        }
        addOneByOne(points, into: sums)
    }

    private mutating func addOneByOne(
        _ points: UnsafePointer<AffinePoint<Curve>>, into sums: UnsafeMutablePointer<AffinePoint<Curve>>
    ) {
        var product = Curve.BaseField.one
        for pair in 0..<count {
            let (left, right) = (lefts[pair].point(in: points), rights[pair].point(in: points))
            let (step, denominator) = Self.plan(left, right)
            if step == .vanish { mayHoldInfinity = true }
            (steps + pair).initialize(to: step)
            (denominators + pair).initialize(to: denominator)
            (products + pair).initialize(to: product)
            product *= denominator
        }
        guard var inverse = product.inverse() else { preconditionFailure("denominators are not zero") }
        var pair = count
        while pair > 0 {
            pair -= 1
            let (left, right) = (lefts[pair].point(in: points), rights[pair].point(in: points))
            let slopeDenominator = inverse * products[pair]
            inverse *= denominators[pair]
            (sums + Int(targets[pair])).initialize(
                to: Self.sum(left, right, steps[pair], slopeDenominator))
        }
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
