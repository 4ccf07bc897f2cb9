import EllipticCurves
import FiniteFields

/// What disqualifies a point that must be a finite member of the group of order r.
enum MembershipFlaw {
    case infinity, notOnCurve, notInSubgroup
}

extension AffinePoint {
    var membershipFlaw: MembershipFlaw? {
        if isInfinity { return .infinity }
        if !isOnCurve { return .notOnCurve }
        return Curve.isInPrimeOrderSubgroup(self) ? nil : .notInSubgroup
    }

    /// Returns the first point that is no finite member of the group, and why; on all cores.
    static func firstMembershipFlaw(in points: [Self]) -> (index: Int, flaw: MembershipFlaw)? {
        let flaws = [MembershipFlaw?](unsafeUninitializedCapacity: points.count) { flaws, count in
            nonisolated(unsafe) let flaws = flaws
            forEachPart(of: points.count, length: 32) { part in
                for index in part { flaws.initializeElement(at: index, to: points[index].membershipFlaw) }
            }
            count = points.count
        }
        return flaws.indices.lazy.compactMap { index in flaws[index].map { (index, $0) } }.first
    }
}
