import EllipticCurves
import FiniteFields

extension AffinePoint {
    /// Demands that points are blinded points of the group: finite, on the curve, in the subgroup. On all cores.
    static func requireMembers(_ points: [Self], _ path: String) throws(RegistrationError) {
        let flaws = [RegistrationError.Code?](unsafeUninitializedCapacity: points.count) { flaws, count in
            nonisolated(unsafe) let flaws = flaws
            forEachPart(of: points.count, length: 32) { part in
                for index in part { flaws.initializeElement(at: index, to: points[index].flaw) }
            }
            count = points.count
        }
        for (index, flaw) in flaws.enumerated() {
            if let flaw { throw RegistrationError(flaw, points.count == 1 ? path : "\(path)[\(index)]") }
        }
    }

    private var flaw: RegistrationError.Code? {
        if isInfinity { return .infinity }
        if !isOnCurve { return .notOnCurve }
        return Curve.isInPrimeOrderSubgroup(self) ? nil : .notInSubgroup
    }
}
