import FiniteFields

/// Returns whether points that are known to lie on the curve all lie in the group of order r.
///
/// A long list is checked as a whole, by 128 sums over random subsets. Let a point P be outside. With the
/// choices for all other points fixed, a sum can be in the group for one of the two choices, P in or P out,
/// only: two sums that differ by P are not both in it. The choices are independent, so that a wrong list
/// passes with a probability of at most 2^−128, whatever the cofactor.
///
/// A k-bit part of a point's choices sends it to one of 2^k buckets, and the subset of bit j is the buckets
/// whose number has it: 128/k additions per point, with k up to 12, in place of about two hundred for a
/// check of its own. On all cores.
///
/// - Parameter generator: must be unpredictable to whoever chose the points.
public func areInPrimeOrderSubgroup<C: ShortWeierstrassCurve>(
    _ points: [AffinePoint<C>], using generator: inout some RandomNumberGenerator
) -> Bool {
    if C.isWholeCurve { return true }
    // The 128 sums are checked one by one.
    if points.count < 512 { return points.allSatisfy(C.isInPrimeOrderSubgroup) }
    let choices = points.map { _ in
        let high: UInt64 = generator.next()
        let low: UInt64 = generator.next()
        return UInt128(high) << 64 | UInt128(low)
    }
    return subsetSumsAreInPrimeOrderSubgroup(points, choices)
}

/// Returns whether for every j < 128 the sum of the points whose choice has bit j is in the group.
@specialized(where C == BN254.G1)
@specialized(where C == BN254.G2)
@specialized(where C == BLS12381.G1)
@specialized(where C == BLS12381.G2)
private func subsetSumsAreInPrimeOrderSubgroup<C: ShortWeierstrassCurve>(
    _ points: [AffinePoint<C>], _ choices: [UInt128]
) -> Bool {
    // Between 16 and 32 points for each bucket: what is done with the bucket costs as much as five points.
    let bits = min(12, Int.bitWidth - 5 - points.count.leadingZeroBitCount)
    let passCount = (128 + bits - 1) / bits
    return withUnsafeTemporaryAllocation(of: Bool.self, capacity: passCount) { results in
        forEachIndex(below: passCount, concurrently: true) { pass in
            var buckets = [AffinePoint<C>](repeating: .infinity, count: 1 << bits)
            buckets.withUnsafeMutableBufferPointer { buckets in
                let parts = choices.map { choice in
                    Int(truncatingIfNeeded: choice >> UInt128(pass * bits)) & (buckets.count - 1)
                }
                add(points, toBuckets: parts, buckets)
            }
            results.initializeElement(at: pass, to: sumsByBitAreInPrimeOrderSubgroup(buckets))
        }
        return results.allSatisfy { $0 }
    }
}

/// Adds each point to the bucket that its part of the choices names.
///
/// A counting sort brings the points of a bucket together.
private func add<C: ShortWeierstrassCurve>(
    _ points: [AffinePoint<C>], toBuckets parts: [Int], _ buckets: UnsafeMutableBufferPointer<AffinePoint<C>>
) {
    var places = [Int](repeating: 0, count: buckets.count + 1)
    for part in parts { places[part + 1] += 1 }
    for bucket in buckets.indices { places[bucket + 1] += places[bucket] }
    var order = [Int](repeating: 0, count: points.count)
    for (index, part) in parts.enumerated() {
        order[places[part]] = index
        places[part] += 1
    }
    // Now places[b] is where bucket b ends.
    var list = RunList(referenceCapacity: points.count, runCapacity: buckets.count)
    var start = 0
    for bucket in buckets.indices {
        for index in order[start..<places[bucket]] where !points[index].isInfinity {
            list.append(PointReference(index))
        }
        list.endRun()
        start = places[bucket]
    }
    points.withUnsafeBufferPointer { points in
        list.withRuns { $0.add(points.baseAddress!, into: buckets.baseAddress!, .current) }
    }
}

/// Returns whether for every j the sum of the buckets whose number has bit j is in the group.
private func sumsByBitAreInPrimeOrderSubgroup<C: ShortWeierstrassCurve>(_ buckets: [AffinePoint<C>]) -> Bool {
    var buckets = buckets.map { JacobianPoint($0) }
    // The highest bit that is left: sum up its buckets, and fold them onto the others.
    while buckets.count > 1 {
        let half = buckets.count / 2
        var sum = JacobianPoint<C>.infinity
        for bucket in 0..<half {
            sum += buckets[half + bucket]
            buckets[bucket] += buckets[half + bucket]
        }
        buckets.removeLast(half)
        guard C.isInPrimeOrderSubgroup(sum.affine) else { return false }
    }
    return true
}
